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
        draft: { message, _ in
            guard let intent = message.matters.first, let to = message.content?.from else { return nil }
            return DraftBody(
                subject: "Re: \(message.content?.subject ?? "")",
                text: "About \(intent).",
                recipients: Recipients(to: [to]),
                template: intent
            )
        },
        occasion: Occasions(
            draft: { _, message, _ in
                guard let to = message.content?.from else { return nil }
                var body = Letter.draft("It is done, and early.")
                body.recipients = Recipients(to: [to])
                body.occasion = .promiseEarly(Promise.ID(rawValue: 1))
                return body
            },
            term: { _, inbox, _ in SuggestedTerm(durations: [], hours: inbox.hours, usual: .days(2)) }
        )
    )

    init(
        publicURL: String? = nil,
        port: Int = 0,
        limits: [Limit] = [],
        goodwill: GoodwillPolicy = GoodwillPolicy(),
        readiness: @escaping @Sendable () async -> String? = { nil },
        webhooks: ((any Store) -> WebhookReceiver)? = nil,
        widgets: (any Store, TestClock) -> [ChatWidget] = { _, _ in [] },
        fetch: WebServer.FetchFile? = nil,
        connections: Int = 100,
        logger: Logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) async throws {
        store = try SQLiteStore.empty()
        let clock = clock
        let desk = Desk(
            store: store,
            rules: LiveRules(
                CommitmentRules(limits: limits, goodwill: goodwill, inboxes: [Self.inbox, Self.chat, Self.site])
            ),
            compose: Self.compose,
            drafting: Self.drafting,
            check: { draft, _ in Self.check(draft.body.text) },
            now: { clock.now },
            outboxChanged: {}
        )
        server = try WebServer(
            WebServer.Parts(
                desk: desk,
                settings: WebSettings(desk: DeskSettings(port: port, publicURL: publicURL), timeZone: .gmt),
                preview: { ReplyPreview(text: $0.text, html: "<p>\(HTMLText().escapeText($0.text))</p>") },
                charter: [CharterPage(name: "when", title: "Say when", html: "<h1>Say when</h1>", checks: ["no_time"])],
                readiness: readiness,
                webhooks: webhooks?(store),
                widgets: widgets(store, clock),
                fetch: fetch,
                connections: connections,
                metrics: metrics,
                now: { clock.now },
                random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } },
                logger: logger
            ),
            onListening: onListening
        )
        try await addUser("anna", "Anna Lindqvist")
    }

    /// Runs a test against the router.
    func run(_ work: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await server.application().test(.router, work)
    }

    @discardableResult
    func addUser(_ name: String, _ displayName: String, role: User.Role = .agent) async throws -> User {
        let cost = PasswordHash.Cost(logarithm: 4, blockSize: 8, parallelism: 1)
        let hash = try PasswordHash(of: Self.password, salt: Array(name.utf8), cost: cost)
        return try await store.addUser(
            name: name,
            displayName: displayName,
            role: role,
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

    /// A charter of two words: “soon” blocks, “policy” wants a look.
    static func check(_ text: String) -> CharterReport {
        let words: [(String, String, Finding.Severity)] = [
            ("no_time", "soon", .block), ("policy_speak", "policy", .warn),
        ]
        let findings = words.compactMap { check, word, severity -> Finding? in
            guard let range = text.range(of: word) else { return nil }
            let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
            let span = TextSpan(text: word, start: start, end: start + word.count)
            return Finding(check, severity, span, message: "Say it without “\(word)”.")
        }
        return CharterReport(findings: findings, score: 100 - 10 * findings.count)
    }

    /// Fails the test where something is still missing, like the program's own composition.
    private static let compose: @Sendable (ReplyToCompose) throws -> ReplyComposition = { reply in
        let open = reply.draft.body.slots.filter { $0.isRequired && $0.value == nil }.map(\.label)
        guard open.isEmpty else { return .refused([.openSlots(open)]) }
        if reply.draft.body.recipients.isChat { return .composed(Self.chatReply(reply.draft)) }
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
