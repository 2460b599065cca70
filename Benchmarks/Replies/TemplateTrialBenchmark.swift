import ConfigurationFiles
import Foundation
import MIME
import Model
import Pipeline
import Reading
import Replies
import TestSupport

/// How long it takes to say what an edit of templates would have changed in 10,000 drafts.
struct TemplateTrialBenchmark {
    private let preparation: MessagePreparation
    private let edited: TemplateSet
    private let past: [PastDraft]

    init(_ plan: Plan) throws {
        let loaded = ShippedLists.loaded()
        guard let lexicons = loaded.lexicons, let charter = loaded.charter else {
            throw BenchError("config/ cannot be used: \(loaded.problems.first?.description ?? "it is empty")")
        }
        let inbox = Inbox(name: InboxName("support"), addresses: [MailServer.user.address], senderName: "Example Shop")
        let reader = try MessageReader(lexicons)
        let composer = DraftComposer(templates: loaded.templates)
        preparation = MessagePreparation(
            reader: reader,
            composer: composer,
            charter: Charter(charter),
            inboxes: [inbox],
            fallback: inbox,
            ownAddresses: [MailServer.user.address],
            token: MessageToken(secret: Array(repeating: 1, count: 32))
        )
        edited = try Self.editedTemplates()
        let count = plan.messages * 2
        let drafted = EverydayMail.make(count: min(count, 1_000), seed: 5).compactMap { octets -> DraftedMessage? in
            let (reading, content) = (ReadingBenchmark.read(octets, reader), ParsedMessage(parsing: octets).content)
            return composer.draft(reading: reading, content: content, inbox: inbox).map { body in
                Self.drafted(body, reading, content, inbox)
            }
        }
        past = (0..<count).map { PastDraft(drafted[$0 % drafted.count], situation: ReplySituation()) }
    }

    private static func drafted(
        _ body: DraftBody,
        _ reading: Model.Reading,
        _ content: MessageContent,
        _ inbox: Inbox
    ) -> DraftedMessage {
        let at = Date(timeIntervalSince1970: 1_772_500_000)
        let message = Message(
            id: Message.ID(rawValue: 1),
            inbox: inbox.name,
            state: .open,
            circumstance: .live,
            takenAt: at,
            size: content.text.utf8.count,
            content: content,
            reading: reading
        )
        return DraftedMessage(message: message, draft: body, draftedAt: at)
    }

    /// Every English reply with another closing.
    private static func editedTemplates() throws -> TemplateSet {
        let root = FileManager.default.currentDirectoryPath
        let path = "templates/en/_closing.md"
        let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
        let file = ConfigurationFile(path: path, text: "Until then,\n\n\(text)")
        return ConfigurationFolder(Directories(root: root, data: root)).load(with: [file]).templates
    }

    func run() async throws {
        Report.heading("`templates try`: an edit against \(past.count) drafts of the past, two cores")
        let clock = ContinuousClock()
        let start = clock.now
        let trial = await TemplateTrial(
            past,
            before: preparation,
            after: preparation.drafting(with: edited),
            goodwill: GoodwillPolicy()
        )
        let seconds = (clock.now - start).seconds
        Report.line(
            "drafted and checked twice",
            Report.number(seconds, places: 1) + " s",
            aim: "aim: seconds",
            isMet: seconds < 10
        )
        Report.line("  of them changed", "\(trial.changes.count)")
    }
}
