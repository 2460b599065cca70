import Foundation
import Logging
import Model
import Pipeline
import Storage
import Synchronization

/// What every route needs: the desk and the store behind it, the pages, the clock and the random source.
final class WebResources: Sendable {
    let desk: Desk
    let settings: WebSettings
    let pages: PageLibrary
    let metrics: MetricsRegistry
    let preview: @Sendable (DraftBody) throws -> ReplyPreview
    let charter: CharterBook
    let fetch: WebServer.FetchFile?
    let readiness: @Sendable () async -> String?
    let now: @Sendable () -> Date
    let random: @Sendable (_ count: Int) -> [UInt8]
    let passwords = PasswordCheck()
    /// For what strangers send: webhooks, and messages of visitors.
    let bodies = BodyBudget()
    private let limiter = Mutex(SignInLimiter())
    private let listening = Mutex(false)
    private let fetching = Mutex(0)

    /// Files of chats that are fetched at the same time: each is held in memory until it is handed on.
    private static let mostFetching = 8

    init(_ server: WebServer.Parts) throws {
        desk = server.desk
        settings = server.settings
        pages = try PageLibrary()
        metrics = server.metrics
        preview = server.preview
        charter = CharterBook(server.charter)
        fetch = server.fetch
        readiness = server.readiness
        now = server.now
        random = server.random
    }

    var store: any Store { desk.store }
    var clock: Clock { Clock(now: now(), zone: settings.timeZone) }

    /// Whether connections were ever taken.
    var isListening: Bool { listening.withLock { $0 } }

    func noteListening() {
        listening.withLock { $0 = true }
    }

    /// False where as many files are being fetched as may be.
    func beginFetching() -> Bool {
        fetching.withLock { count in
            guard count < Self.mostFetching else { return false }
            count += 1
            return true
        }
    }

    func endFetching() {
        fetching.withLock { $0 -= 1 }
    }

    /// Counts one try to sign in; returns nil if it may be made, else the seconds to wait.
    func delay(name: String, address: String) -> TimeInterval? {
        let at = now()
        return limiter.withLock { $0.tryOnce(name: name, address: address, at: at) }
    }

    func signedIn(name: String, address: String) {
        limiter.withLock { $0.succeeded(name: name, address: address) }
    }
}
