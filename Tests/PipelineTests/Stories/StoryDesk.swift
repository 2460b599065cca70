import ConfigurationFiles
import Foundation
import Model
import Reading
import Replies
import Testing

@testable import Pipeline

/// Reads and drafts for the mails of the sample inbox with the files that the demo runs on.
struct StoryDesk: Sendable {
    private let preparation: MessagePreparation
    private let inbox: Inbox
    private let limits: [Limit]
    private let offers: [GoodwillOffer]
    private let folder: String

    /// Read once: the lists are long.
    static let shared = Result { try StoryDesk() }

    private init() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path
        let files = ConfigurationFolder(Directories(root: root, data: "/data"), files: .demo).load()
        let settings = try #require(files.settings)
        inbox = try #require(settings.inboxes.first).inbox
        limits = files.limits
        offers = files.goodwill.offers
        folder = root + "/seeds/inbox"
        let reader = try MessageReader(try #require(files.lexicons))
        preparation = MessagePreparation(
            reader: reader,
            composer: DraftComposer(
                templates: files.templates,
                templateNames: Dictionary(reader.intents.map { ($0.id, $0.template) }, uniquingKeysWith: { $1 }),
                ownAddresses: settings.ownAddresses
            ),
            charter: Charter(try #require(files.charter)),
            inboxes: [inbox],
            fallback: inbox,
            ownAddresses: settings.ownAddresses,
            token: MessageToken(secret: Array(repeating: 1, count: 32))
        )
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }.sorted()
    }

    /// - Parameter beginning: of the mail's name.
    func filing(of beginning: String, limits others: [Limit] = []) throws -> Filing {
        let name = try #require(try names().first { $0.hasPrefix(beginning) })
        let raw = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
        let at = Date(timeIntervalSince1970: 1_771_000_000)
        let message = UnreadMessage(
            id: Message.ID(rawValue: 1),
            inbox: inbox.name,
            raw: Array(raw),
            circumstance: .live,
            takenAt: at
        )
        let situation = ReplySituation(limits: limits + others, offers: offers, at: at)
        return preparation.prepare(message, at: at, situation: situation)
    }

    func report(on draft: DraftBody, _ filing: Filing) -> CharterReport {
        preparation.report(on: draft, answering: filing.reading, filing.content, inbox: inbox)
    }
}
