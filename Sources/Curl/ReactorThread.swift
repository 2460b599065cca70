import CCurl
import Dispatch
import Foundation
import Synchronization

/// The one thread on which libcurl is called: the executor of `EventLoop`, so that the compiler checks that nothing else
/// gets there. Jobs are run between two rounds of `curl_multi`, which is woken for them.
final class ReactorThread: SerialExecutor {
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var owner: ObjectIdentifier?
        var isStopping = false
        var hasEnded = false
    }

    private let inbox = Mutex(Inbox())
    /// The address of the `CURLM`, since a pointer is not `Sendable`. `curl_multi_wakeup` is the one function that libcurl
    /// lets other threads call on it; that is done under the lock, so never after `hasEnded`.
    private let multiAddress: UInt
    /// Runs what is still asked of the loop after the thread has ended; it only gets to hear that the loop is closed.
    private let afterwards = DispatchQueue(label: "curl.ended")

    init() throws(CurlError) {
        guard curlIsStarted, let multi = curl_multi_init() else {
            throw CurlError(.other, phase: .resolving, detail: "libcurl cannot be started")
        }
        multiAddress = UInt(bitPattern: multi)
    }

    /// For the loop, on this thread only.
    var multi: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: multiAddress) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isTaken = inbox.withLock { inbox in
            guard !inbox.hasEnded else { return false }
            inbox.jobs.append(job)
            if inbox.jobs.count == 1 { curl_multi_wakeup(multi) }
            return true
        }
        if !isTaken { runAfterwards([job]) }
    }

    func checkIsolated() {
        precondition(inbox.withLock { $0.owner } == ObjectIdentifier(Thread.current), "not on the reactor thread")
    }

    func start(_ loop: EventLoop) {
        let thread = Thread { self.run(loop) }
        thread.name = "curl"
        thread.stackSize = 1 << 20
        thread.start()
    }

    func stop() {
        inbox.withLock { inbox in
            guard !inbox.hasEnded else { return }
            inbox.isStopping = true
            curl_multi_wakeup(multi)
        }
    }

    private func run(_ loop: EventLoop) {
        inbox.withLock { $0.owner = ObjectIdentifier(Thread.current) }
        while runJobs() {
            loop.assumeIsolated { $0.turn() }
        }
        loop.assumeIsolated { $0.tearDown() }
        let rest = inbox.withLock { inbox in
            inbox.hasEnded = true
            return inbox.jobs
        }
        curl_multi_cleanup(multi)
        runAfterwards(rest)
    }

    /// Runs what has been handed in; false once the thread is to stop.
    private func runJobs() -> Bool {
        let (jobs, isStopping) = inbox.withLock { inbox in
            let jobs = inbox.jobs
            inbox.jobs = []
            return (jobs, inbox.isStopping)
        }
        for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
        return !isStopping
    }

    private func runAfterwards(_ jobs: [UnownedJob]) {
        afterwards.async {
            for job in jobs { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
        }
    }
}

/// libcurl's own initialisation, done once for the process at the first use.
private let curlIsStarted = curl_start() == CURLE_OK
