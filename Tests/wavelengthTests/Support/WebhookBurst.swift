import Foundation
import Synchronization
import TestSupport

/// A sender that posts many webhooks over a few connections, and tries each again until it is told that it was taken: the
/// same `webhook-id`, signed anew.
final class WebhookBurst: Sendable {
    private struct Progress {
        var next = 1
        var taken = 0
        var attempts = 0
        var refused: [Int: Int] = [:]
        var isStopped = false
    }

    let count: Int
    private let source: WebhookSource
    private let progress = Mutex(Progress())
    private let deadline: ContinuousClock.Instant

    /// One in so many is sent once more after it was taken, as if the answer had been lost.
    private static let lostAnswer = 10

    init(_ count: Int, from source: WebhookSource, within limit: Duration) {
        self.count = count
        self.source = source
        deadline = .now + limit
    }

    /// How many were answered by 200.
    var taken: Int { progress.withLock { $0.taken } }
    var attempts: Int { progress.withLock { $0.attempts } }
    /// How often each other status was the answer.
    var refused: [Int: Int] { progress.withLock { $0.refused } }

    /// Posts until each one was taken, over `connections` at once.
    func run(connections: Int) async {
        await withTaskCancellationHandler {
            await postAll(connections)
        } onCancel: {
            progress.withLock { $0.isStopped = true }
        }
    }

    private func postAll(_ connections: Int) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<connections {
                group.addTask {
                    await withCheckedContinuation { ended in
                        // The sockets block: not on a thread of the tests' own tasks.
                        Thread.detachNewThread {
                            self.work()
                            ended.resume()
                        }
                    }
                }
            }
        }
    }

    private func work() {
        var connection: WebhookConnection?
        while let number = next() {
            post(number, over: &connection)
            if number.isMultiple(of: Self.lostAnswer) { post(number, over: &connection, again: true) }
        }
    }

    private var isStopped: Bool {
        ContinuousClock.now > deadline || progress.withLock { $0.isStopped }
    }

    private func next() -> Int? {
        progress.withLock { progress in
            guard progress.next <= count, !progress.isStopped else { return nil }
            defer { progress.next += 1 }
            return progress.next
        }
    }

    private func post(_ number: Int, over connection: inout WebhookConnection?, again: Bool = false) {
        while !isStopped {
            progress.withLock { $0.attempts += 1 }
            do {
                let open = try connection ?? WebhookConnection(source)
                connection = open
                let status = try open.post(Self.message(number), id: "msg_\(number)")
                if status == 200 { return progress.withLock { $0.taken += again ? 0 : 1 } }
                progress.withLock { $0.refused[status, default: 0] += 1 }
            } catch {
                // The daemon is gone: a sender waits and tries again.
                connection = nil
            }
            usleep(20_000)
        }
    }

    private static func message(_ number: Int) -> String {
        WebhookSource.message("m\(number)", from: "p\(number)", text: "Where is my order \(10_000 + number)?")
    }
}
