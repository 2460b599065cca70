import Foundation
import Logging
import Model
import Storage

extension PromiseKeeper {
    private static let mostSuccesses = 1_000

    /// Drafts the good news that could not be drafted when the thing was done, as long as it is news: a draft was pending,
    /// or the program was stopped.
    func tellSuccesses(at: Date) async throws {
        for promise in try await parts.store.untoldSuccesses(at: at, limit: Self.mostSuccesses) {
            await parts.attempt("promise \(promise.id)") {
                let news = try await parts.occasions.queueNews(of: promise, in: parts.store, at: at)
                guard let news else { return }
                let what: Logger.Metadata = ["promise": "\(promise.id)", "draft": "\(news.id)"]
                parts.logger.notice("good news queued", metadata: what)
            }
        }
    }
}
