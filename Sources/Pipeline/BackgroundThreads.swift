import Dispatch
import Foundation
import Glibc
import Synchronization

/// Threads for work that is long and can wait, such as reading a back-fill.
///
/// In charge of that whoever waits for an answer does not wait for a processor: while they stand back, the operating system
/// gives these threads what the others leave. Others are those of every program on the machine: standing back all the time
/// would leave little where the daemon is not alone. A task that prefers them runs on them from one suspension to the next.
package final class BackgroundThreads: TaskExecutor {
    /// Jobs in the order in which they came. Apart from the executor, so that its threads do not keep it.
    private final class Line: Sendable {
        private let jobs = Mutex<[UnownedJob]>([])
        /// One for each job, and one for each thread that is to end.
        private let arrivals = DispatchSemaphore(value: 0)

        func append(_ job: UnownedJob) {
            jobs.withLock { $0.append(job) }
            arrivals.signal()
        }

        /// Waits for a job; nil where the thread is to end.
        func next() -> UnownedJob? {
            arrivals.wait()
            return jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }

        func end(threads: Int) {
            for _ in 0..<threads { arrivals.signal() }
        }
    }

    private let usual = Line()
    private let back = Line()
    private let count: Int
    private let standsBack: @Sendable () -> Bool

    /// SCHED_IDLE of sched(7), which is missing in the Glibc module: gives way at once to whoever wakes up.
    private static let idle: Int32 = 5

    /// - Parameters:
    ///   - count: threads of each kind; as many as there are processors use whatever is left of each.
    ///   - standsBack: asked before each job, and quick.
    package init(
        count: Int = ProcessInfo.processInfo.activeProcessorCount,
        when standsBack: @escaping @Sendable () -> Bool
    ) {
        self.count = max(1, count)
        self.standsBack = standsBack
        begin(usual) {}
        begin(back) {
            var none = sched_param()
            // For the calling thread alone, whatever POSIX says of processes: sched(7), "Notes".
            _ = sched_setscheduler(0, Self.idle, &none)
        }
    }

    /// A thread may step back but not forward again without a privilege, so that each kind has threads of its own.
    private func begin(_ line: Line, _ prepare: @escaping @Sendable () -> Void) {
        for _ in 0..<count {
            Thread.detachNewThread { [weak self] in
                prepare()
                while let job = line.next(), let executor = self {
                    job.runSynchronously(on: executor.asUnownedTaskExecutor())
                }
            }
        }
    }

    deinit {
        for line in [usual, back] { line.end(threads: count) }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        (standsBack() ? back : usual).append(UnownedJob(job))
    }
}
