import Chat
import Logging
import Model

/// Looks again and again until the task is cancelled. In charge of the pauses: the source's own after success, growing ones
/// after failures, and never shorter ones than the server asks for.
struct PollLoop {
    let parts: PollParts
    let report: @Sendable (SourceEvent) -> Void

    /// - Parameter look: one look; gives the pause until the next.
    func run(_ look: () async throws -> Duration) async {
        var failures = 0
        while !Task.isCancelled {
            let pause: Duration
            do {
                pause = try await look()
                failures = 0
            } catch {
                guard !Task.isCancelled else { break }
                failures += 1
                pause = tell(error, failures)
            }
            if pause > .zero { await parts.rest(pause) }
        }
    }

    /// Returns how long to stay away.
    private func tell(_ error: any Error, _ failures: Int) -> Duration {
        let trouble = SourceTrouble(error)
        let usual = parts.backoff.pause(
            failures: failures,
            isTransient: !trouble.needsPerson,
            jitter: parts.jitter()
        )
        let asked = (error as? AskError)?.retryAfter.map { Duration.seconds($0) } ?? .zero
        let pause = max(usual, asked)
        parts.logger.warning("not reached", metadata: ["error": "\(trouble.sentence)", "again in": "\(pause)"])
        report(trouble.event)
        return pause
    }
}
