import Channels
import ConfigurationFiles
import Curl
import Foundation
import Logging
import Model
import Pipeline
import Reading
import Replies
import Scoring
import Storage
import StorageSQLite
import Web

/// The one place that builds everything: files into values, values into services.
struct Program: Sendable {
    private(set) var settings: Settings
    /// As the files had them at the start.
    private let configured: Settings
    let store: any Store
    let token: MessageToken
    let preparation: LivePreparation
    /// What may be promised, told and given.
    let rules: LiveRules
    let circumstances: Circumstances
    /// Rung when the rules changed.
    let rulesChanged = Bell()
    let weights: WeightsFolder
    let channels: ChannelParts
    let lookups: LiveLookups
    /// Told when a visitor of a widget has something new to see.
    let widgetNews = WidgetNews()
    let logger: Logger

    /// The clock and the random source of the whole program.
    static let now: @Sendable () -> Date = { Date() }
    static let nonce: @Sendable () -> UInt64 = { UInt64.random(in: 1...UInt64.max) }
    static let jitter: @Sendable () -> Double = { Double.random(in: 0...1) }
    static let random: @Sendable (Int) -> [UInt8] = { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }

    init(_ configuration: LoadedConfiguration, data: DataFolder, logger: Logger) throws {
        settings = try configuration.usable()
        configured = settings
        self.logger = logger
        store = try data.openStore()
        token = MessageToken(secret: try data.secret())
        weights = WeightsFolder(data: data.path)
        preparation = LivePreparation(
            try MessagePreparation(configuration, weights: try weights.current(), settings: settings, token: token)
        )
        channels = try ChannelParts(data: data)
        let rulesChanged = rulesChanged
        rules = LiveRules(CommitmentRules(configuration, settings)) { rulesChanged.ring() }
        let lookups = LiveLookups(channels.lookupClient(configuration.lookups))
        self.lookups = lookups
        let preparation = preparation
        circumstances = Circumstances(store: store, rules: rules) { question in
            await lookups.answers(to: question, needed: preparation.value.lookups(for: question))
        }
    }

    /// Puts changed files in force, with the inboxes that the program was started with. Returns what waits for the next
    /// start, such as `inbox chat`.
    func apply(_ configuration: LoadedConfiguration, _ weights: WeightsFile?) throws -> [String] {
        let settings = settings.withManner(of: configuration.settings)
        let changed = try MessagePreparation(configuration, weights: weights, settings: settings, token: token)
        changed.getReady()
        preparation.replace(by: changed)
        rules.replace(by: CommitmentRules(configuration, settings))
        lookups.replace(by: channels.lookupClient(configuration.lookups))
        return configuration.settings.map { configured.waiting(in: $0) } ?? []
    }

    var occasions: Occasions {
        Occasions(preparation, circumstances)
    }

    /// Decisions about drafts.
    ///
    /// - Parameter outboxChanged: rung when mail was put into the outbox.
    /// - Parameter corrected: told when somebody said what a message is about.
    func desk(
        outboxChanged: @escaping @Sendable () -> Void = {},
        corrected: @escaping @Sendable () -> Void = {}
    ) -> Desk {
        let mail = ReplyMail(token: token, nonce: Self.nonce)
        let preparation = preparation
        return Desk(
            store: store,
            rules: rules,
            compose: { mail.compose($0) },
            drafting: Desk.Drafting(preparation, circumstances, corrected: corrected),
            check: { preparation.value.report(on: $0, in: $1) },
            now: Self.now,
            outboxChanged: outboxChanged
        )
    }

    /// Serves the desk on another port than the settings say.
    mutating func use(port: Int?) {
        if let port { settings.desk.port = port }
    }

    func source(
        of inbox: InboxSettings,
        report: @escaping @Sendable (SourceEvent) -> Void = { _ in }
    ) -> any MailSource {
        channels.source(
            of: inbox,
            store: store,
            publicURL: settings.desk.outsideURL,
            report: report,
            logger: logger
        )
    }
}

extension Settings {
    /// The same inboxes with the hours, the address, the style and the promises that other settings have for them.
    func withManner(of other: Settings?) -> Settings {
        var changed = self
        for index in changed.inboxes.indices {
            let name = changed.inboxes[index].inbox.name
            guard let inbox = other?.inboxes.first(where: { $0.inbox.name == name })?.inbox else { continue }
            changed.inboxes[index].inbox.hours = inbox.hours
            changed.inboxes[index].inbox.formality = inbox.formality
            changed.inboxes[index].inbox.form = inbox.form
            changed.inboxes[index].inbox.promises = inbox.promises
        }
        return changed
    }

    /// What others have that takes effect with a new start only.
    func waiting(in other: Settings) -> [String] {
        let (here, there) = (withManner(of: other).inboxes, other.inboxes)
        let names = Set((here + there).map(\.inbox.name.rawValue)).sorted()
        let changed = names.filter { name in
            here.first { $0.inbox.name.rawValue == name } != there.first { $0.inbox.name.rawValue == name }
        }
        return changed.map { "inbox \($0)" } + (desk == other.desk ? [] : ["desk"])
            + (automaticMail == other.automaticMail ? [] : ["automatic_mail"])
    }

    /// What mail of an inbox is treated as that is no longer configured.
    var fallbackInbox: Inbox {
        inboxes.first?.inbox ?? Inbox(name: InboxName("none"), addresses: [])
    }
}

extension MessagePreparation {
    /// What the files say, with the inboxes that the program was started with.
    ///
    /// - Parameter weights: what was learned so far; nil where nothing was.
    init(
        _ configuration: LoadedConfiguration,
        weights: WeightsFile? = nil,
        settings: Settings,
        token: MessageToken
    ) throws {
        guard let lexicons = configuration.lexicons else { throw configuration.failure }
        let reader = try MessageReader(
            lexicons,
            weights: weights?.weights ?? LearnedWeights(),
            wordList: WordLists.installed
        )
        self.init(
            reader: reader,
            composer: DraftComposer(
                templates: configuration.templates,
                templateNames: Dictionary(reader.intents.map { ($0.id, $0.template) }, uniquingKeysWith: { $1 }),
                ownAddresses: settings.ownAddresses
            ),
            charter: Charter(configuration.charter ?? .empty),
            inboxes: settings.inboxes.map(\.inbox),
            fallback: settings.fallbackInbox,
            ownAddresses: settings.ownAddresses,
            token: token
        )
    }
}

extension CommitmentRules {
    init(_ configuration: LoadedConfiguration, _ settings: Settings) {
        self.init(
            limits: configuration.limits,
            goodwill: configuration.goodwill,
            inboxes: settings.inboxes.map(\.inbox)
        )
    }
}

extension LoadedConfiguration {
    /// The settings of a configuration that the program can start with; throws with every problem, a line each.
    func usable() throws -> Settings {
        guard isUsable, let settings else {
            throw CommandFailure(failure.sentence + "\nThe configuration cannot be used. Nothing was started.")
        }
        return settings
    }

    var failure: CommandFailure {
        CommandFailure(problems.map(\.description).joined(separator: "\n"))
    }
}
