import ConfigurationFiles
import Foundation
import Model
import Reading
import Replies
import Testing

@testable import Pipeline

/// Every letter is read and drafted for with the files that are shipped, and the draft is held against the charter.
@Suite("Drafts composed for customers' letters")
struct ComposedDraftTests {
    private let shop: Shop

    init() throws {
        shop = try Self.shared.get()
    }

    private var preparation: MessagePreparation { shop.preparation }
    private var inbox: Inbox { shop.inbox }
    private var written: [String: String] { shop.written }

    /// Read once: the lists are long.
    private static let shared = Result { try Shop() }

    private struct Shop {
        let preparation: MessagePreparation
        let inbox = Inbox(
            name: InboxName("support"),
            addresses: ["hello@shop.example"],
            senderName: "Example Shop",
            signature: "Example Shop"
        )
        let written: [String: String]

        init() throws {
            let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path
            let files = ConfigurationFolder(Directories(root: root, data: "/data")).load()
            let reader = try MessageReader(try #require(files.lexicons))
            preparation = MessagePreparation(
                reader: reader,
                composer: DraftComposer(
                    templates: files.templates,
                    templateNames: Dictionary(reader.intents.map { ($0.id, $0.template) }, uniquingKeysWith: { $1 })
                ),
                charter: Charter(try #require(files.charter)),
                inboxes: [inbox],
                fallback: inbox,
                ownAddresses: ["hello@shop.example"],
                token: MessageToken(secret: Array(repeating: 1, count: 32))
            )
            written = try ComposedDraftTests.templates(below: root)
        }
    }

    /// The text of all templates of a language, to tell what a draft has from them.
    private static func templates(below root: String) throws -> [String: String] {
        try ["en", "de", "fr", "es"].reduce(into: [:]) { texts, language in
            let folder = "\(root)/templates/\(language)"
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".md") {
                texts[language, default: ""] += try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            }
        }
    }

    private func filing(_ letter: CustomerLetter) -> Filing {
        let at = Date(timeIntervalSince1970: 1_772_614_800)
        let message = UnreadMessage(
            id: Message.ID(rawValue: 1),
            inbox: inbox.name,
            raw: letter.raw,
            circumstance: .live,
            takenAt: at
        )
        return preparation.prepare(message, at: at, situation: ReplySituation(facts: letter.lookups, at: at))
    }

    @Test("there are at least 120 letters, in four languages, each with a text")
    func enough() {
        #expect(CustomerLetter.all.count >= 120)
        #expect(Set(CustomerLetter.all.map(\.language)) == ["en", "de", "fr", "es"])
        #expect(CustomerLetter.all.allSatisfy { !$0.text.isEmpty && !$0.name.isEmpty })
        #expect(Set(CustomerLetter.all.map(\.id)).count == CustomerLetter.all.count)
    }

    @Test(
        "no draft has a blocking finding, and every ask is answered or has a place for its answer",
        arguments: CustomerLetter.all
    )
    func passes(letter: CustomerLetter) throws {
        let filing = filing(letter)
        let draft = try #require(filing.draft)
        let report = preparation.report(on: draft, answering: filing.reading, filing.content, inbox: inbox)
        let text = ReadableDraft(draft).text
        let blocking = report.findings.filter { $0.severity == .block }.map { "\($0.check): \($0.span.text)" }
        #expect(blocking.isEmpty, "\(text)")
        let unanswered = report.answers.filter { $0.answer == nil && $0.ask.kind != .deadline }.map(\.ask.span.text)
        #expect(unanswered.isEmpty, "\(text)")
        #expect(draft.language == letter.language)
        #expect(draft.promise != nil)
    }

    @Test("a draft says what is known, and nothing that nobody gave", arguments: CustomerLetter.all)
    func facts(letter: CustomerLetter) throws {
        let text = ReadableDraft(try #require(filing(letter).draft)).text
        for piece in letter.says { #expect(text.contains(piece), "\(text)") }
        for piece in letter.never { #expect(!text.contains(piece), "\(text)") }
        let sources =
            letter.text + letter.name + letter.says.joined(separator: " ") + written[letter.language, default: ""]
        let given = Self.numbers(in: sources)
        let said = Self.numbers(in: text.replacing(/\[\[\w+\]\]/, with: ""))
        // Days of the customer's are told with the year in which they wrote.
        #expect(said.subtracting(given).subtracting(["2026"]).isEmpty, "\(text)")
    }

    /// Every run of digits: order numbers, amounts, days.
    private static func numbers(in text: String) -> Set<Substring> {
        Set(text.split { !$0.isNumber })
    }
}
