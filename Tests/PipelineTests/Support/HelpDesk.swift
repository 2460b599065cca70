import ConfigurationFiles
import Foundation
import Logging
import Model
import Pipeline
import Reading
import Replies
import Scoring
import Storage
import StorageSQLite
import Synchronization
import Testing

/// A help desk in one process: a real store, real reading and drafting, and a clock that stands still.
struct HelpDesk: Sendable {
    let store: any Store
    let clock: TestClock
    let inbox: Inbox
    let token: MessageToken
    let preparation: MessagePreparation
    let rules: LiveRules
    let circumstances: Circumstances
    let acknowledger: Acknowledger
    let outbox = Bell()

    static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    /// - Parameters:
    ///   - secret: makes the tokens of one help desk foreign to another.
    ///   - files: beside the usual ones, or in their place.
    init(
        inbox: Inbox = Inbox(
            name: InboxName("support"),
            addresses: ["help@shop.example"],
            senderName: "Example Shop",
            undoWindow: 0
        ),
        limits: AutomaticMailLimits = AutomaticMailLimits(),
        clock: TestClock = TestClock(),
        secret: UInt8 = 1,
        files: [ConfigurationFile] = []
    ) throws {
        store = try SQLiteStore.empty()
        self.clock = clock
        self.inbox = inbox
        token = MessageToken(secret: Array(repeating: secret, count: 32))
        let own = Set(inbox.addresses.map { $0.lowercased() })
        let configuration = LoadedConfiguration(
            files: files + Self.files.filter { file in !files.contains { $0.path == file.path } },
            directories: Directories(root: "/root", data: "/data")
        )
        rules = LiveRules(
            CommitmentRules(limits: configuration.limits, goodwill: configuration.goodwill, inboxes: [inbox])
        )
        circumstances = Circumstances(store: store, rules: rules)
        preparation = MessagePreparation(
            reader: try MessageReader(try #require(configuration.lexicons)),
            composer: DraftComposer(templates: configuration.templates, ownAddresses: own),
            inboxes: [inbox],
            fallback: inbox,
            ownAddresses: own,
            token: token
        )
        let outbox = outbox
        let circumstances = circumstances
        acknowledger = try Acknowledger(
            store: store,
            inboxes: [inbox],
            limits: limits,
            likelyDay: { await circumstances.likelyDay(in: $0, at: $1) },
            token: token,
            nonce: Nonces().next,
            queued: { outbox.ring() },
            logger: Self.logger
        )
    }

    static let files = [
        file("config/intents/shop.yaml", intents), file("templates/en/_greeting.md", "Hello,"),
        file("templates/en/_closing.md", "Kind regards"), file("templates/en/order.where.md", template),
        file("templates/en/unclear.md", "---\ntitle: Not sure\npromise: none\n---\n## next\nWhat can we do?"),
    ]

    static func file(_ path: String, _ text: String) -> ConfigurationFile {
        ConfigurationFile(path: path, text: text)
    }

    private static let intents = """
        intents:
          - id: order.where
            title: Where is my order
            keywords:
              en:
                where is my order: 5
        """

    private static let template = """
        ---
        title: Where is my order
        slots:
          arrives:
            label: When does it arrive?
        promise: none
        ---
        ## gain
        It is with you on [[arrives]].
        """
}

/// Numbers that count up, in place of random ones.
final class Nonces: Sendable {
    private let last = Atomic<UInt64>(0)

    func next() -> UInt64 {
        last.add(1, ordering: .relaxed).newValue
    }
}
