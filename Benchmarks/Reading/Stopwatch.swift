import Glibc

/// Times work on one core, by the processor's time of this thread: other work on the machine does not count.
enum Stopwatch {
    /// The shortest of several runs.
    static func best(of rounds: Int = 5, _ work: () -> Void) -> Duration {
        let times = (0..<rounds).map { _ in
            let start = now
            work()
            return now - start
        }
        return times.min() ?? .zero
    }

    static func microseconds(_ duration: Duration, each count: Int) -> Double {
        duration / .microseconds(1) / Double(max(1, count))
    }

    /// What all threads of this process have taken, in seconds: a clock for work that may change threads.
    @Sendable
    static func processorSeconds() -> Double {
        time(of: CLOCK_PROCESS_CPUTIME_ID).seconds
    }

    private static var now: Duration {
        time(of: CLOCK_THREAD_CPUTIME_ID)
    }

    private static func time(of clock: clockid_t) -> Duration {
        var time = timespec()
        clock_gettime(clock, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

/// Takes a value, so that the work that made it is not left out.
@inline(never)
func keep<Value>(_ value: Value) {
    withExtendedLifetime(value) {}
}
