import Foundation

/// Times work that leaves nothing behind.
enum Stopwatch {
    /// The shortest of several runs: what the work costs when nothing else disturbs it.
    static func best(of rounds: Int = 5, _ work: () -> Void) -> Duration {
        let clock = ContinuousClock()
        return (0..<rounds).map { _ in clock.measure(work) }.min() ?? .zero
    }

    static func microseconds(_ duration: Duration, each count: Int) -> Double {
        duration / .microseconds(1) / Double(max(1, count))
    }
}

/// Takes a value, so that the work that made it is not left out.
@inline(never)
func keep<Value>(_ value: Value) {
    withExtendedLifetime(value) {}
}
