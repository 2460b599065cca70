import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Model
import Pipeline
import Storage
import StorageSQLite
import Testing

@testable import Web

/// A desk on a real store, with the people and the mail that a test asks for.
struct Scene: Sendable {
    let store: any Store
    let clock = TestClock()
    let metrics = MetricsRegistry()
    let server: WebServer

    static let inbox = Inbox(name: InboxName("support"), addresses: ["support@shop.example"])
    static let password = "correct horse"
    /// Two intents to choose from, drafted in a line each.
    static let drafting = Desk.Drafting(
        intents: {
            [
                Intent(id: "order.where", title: "Where is my order?", template: "order.where"),
                Intent(id: "refund.status", title: "Where is my money?", template: "refund.status"),
            ]
        },
        draft: { message in
            guard let intent = message.matters.first, let to = message.content?.from else { return nil }
            return DraftBody(
                subject: "Re: \(message.content?.subject ?? "")",
                text: "About \(intent).",
                recipients: Recipients(to: [to]),
                template: intent
            )
        }
    )

    init(
        publicURL: String? = nil,
        port: Int = 0,
        readiness: @escaping @Sendable () async -> String? = { nil }
    ) async throws {
        store = try SQLiteStore.empty()
        let clock = clock
        let desk = Desk(
            store: store,
            inboxes: [Self.inbox],
            compose: Self.compose,
            drafting: Self.drafting,
            now: { clock.now },
            outboxChanged: {}
        )
        server = try WebServer(
            WebServer.Parts(
                desk: desk,
                settings: WebSettings(desk: DeskSettings(port: port, publicURL: publicURL), timeZone: .gmt),
                preview: { ReplyPreview(text: $0.text, html: "<p>\(HTMLText().escapeText($0.text))</p>") },
                readiness: readiness,
                metrics: metrics,
                now: { clock.now },
                random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } },
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            )
        )
        try await addUser("anna", "Anna Lindqvist")
    }

    /// Runs a test against the router.
    func run(_ work: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await server.application().test(.router, work)
    }

    @discardableResult
    func addUser(_ name: String, _ displayName: String) async throws -> User {
        let cost = PasswordHash.Cost(logarithm: 4, blockSize: 8, parallelism: 1)
        let hash = try PasswordHash(of: Self.password, salt: Array(name.utf8), cost: cost)
        return try await store.addUser(
            name: name,
            displayName: displayName,
            role: .agent,
            passwordHash: hash.text,
            at: clock.now
        )
    }

    /// A token of Anna's for the API.
    func token() async throws -> String {
        let user = try await #require(store.user(named: "anna"))
        let secret = AccessSecret(random: Array("0123456789abcdef0123456789abcdef".utf8))
        try await store.addGrant(secret.grant(.apiToken, to: user.id, label: "test", at: clock.now, lifetime: 3600))
        return secret.text
    }

    /// Fails the test where something is still missing, like the program's own composition.
    private static let compose: @Sendable (ReplyToCompose) throws -> ReplyComposition = { reply in
        let open = reply.draft.body.slots.filter { $0.isRequired && $0.value == nil }.map(\.label)
        guard open.isEmpty else { return .refused([.openSlots(open)]) }
        return .composed(
            ComposedMail(
                messageID: "draft-\(reply.draft.id)-\(reply.draft.version)@shop.example",
                reversePath: reply.inbox.sender.address,
                forwardPaths: reply.draft.body.recipients.all.map(\.address),
                raw: Array(reply.draft.body.text.utf8)
            )
        )
    }
}
