import Foundation
import Model
import Pipeline
import Reading
import Replies
import Scoring
import Synchronization
import Testing

@Suite("What is filed about a message")
struct MessagePreparationTests {
    private let help: HelpDesk

    init() throws {
        help = try HelpDesk()
    }

    private func prepare(_ letter: Letter, parked: ParkReason? = nil) -> Filing {
        let message = UnreadMessage(
            id: Message.ID(rawValue: 1),
            inbox: help.inbox.name,
            raw: letter.octets,
            circumstance: .live,
            takenAt: help.clock.now,
            parked: parked
        )
        return help.preparation.prepare(message, at: help.clock.now)
    }

    @Test("made ready, it has compiled the inboxes' own languages before the first message")
    func ready() throws {
        let asked = Mutex<[String]>([])
        let labels = [
            Lexicon.Label(id: "order.where", keywords: ["de": [.init("paket", 5)], "en": [.init("parcel", 5)]])
        ]
        let reader = try MessageReader(
            ReadingLexicons(intents: try Lexicon(labels: labels)),
            wordList: { language in
                asked.withLock { $0.append(language) }
                return nil
            }
        )
        let inbox = Inbox(name: InboxName("hilfe"), addresses: ["hilfe@shop.example"], defaultLanguage: "de")
        let preparation = MessagePreparation(
            reader: reader,
            composer: DraftComposer(templates: TemplateSet(templates: [], parts: [:]), ownAddresses: []),
            inboxes: [inbox],
            fallback: inbox,
            ownAddresses: [],
            token: help.token
        )
        preparation.getReady()
        let languages = asked.withLock { $0 }
        #expect(languages == ["de"])
    }

    @Test("a first mail threads by person and subject")
    func first() {
        let filing = prepare(Letter(from: "Mara <Mara@Customer.example>", subject: "Re: AW: Late Parcel"))
        #expect(filing.thread.verified == nil)
        #expect(filing.thread.identifiers.isEmpty)
        #expect(filing.thread.person == "mara@customer.example")
        #expect(filing.thread.subject == "late parcel")
        #expect(filing.draft != nil)
    }

    @Test("a short text is in the language that its writer used before; one that tells its own is not")
    func earlierLanguage() async throws {
        let french = "Bonjour, j'attends ma commande depuis deux semaines et personne ne me répond."
        try await help.receive(Letter(subject: "Ma commande", text: french, messageID: "9@customer.example").octets)
        func language(_ text: String) async throws -> String {
            let message = UnreadMessage(
                id: Message.ID(rawValue: 1),
                inbox: help.inbox.name,
                raw: Letter(text: text).octets,
                circumstance: .live,
                takenAt: help.clock.now
            )
            let filing = try await help.preparation.prepare(
                message,
                at: help.clock.now,
                circumstances: help.circumstances
            )
            return filing.reading.language
        }
        #expect(try await language("ok 4711") == "fr")
        let german = "Guten Tag, seit zwei Wochen warte ich auf meine Bestellung und niemand antwortet mir."
        #expect(try await language(german) == "de")
    }

    @Test("a subject that tells nothing threads nothing", arguments: ["", "hi", "Re: ?", "AW: hey"])
    func emptySubject(subject: String) {
        #expect(prepare(Letter(subject: subject)).thread.subject == "")
    }

    @Test("an answer names its parents, nearest first, and our token is verified")
    func answer() {
        let ours = help.token.mint(Conversation.ID(rawValue: 42), nonce: 9, domain: "shop.example")
        let fields = ["In-Reply-To: <\(ours)>", "References: <a@x.example> <b@x.example> <\(ours)>"]
        let keys = prepare(Letter(fields: fields)).thread
        #expect(keys.verified == Conversation.ID(rawValue: 42))
        #expect(keys.identifiers == [ours, ours, "b@x.example", "a@x.example"])
    }

    @Test("a token of another desk verifies nothing")
    func foreignToken() {
        let foreign = MessageToken(secret: Array(repeating: 9, count: 32))
            .mint(Conversation.ID(rawValue: 42), nonce: 9, domain: "shop.example")
        #expect(prepare(Letter(fields: ["In-Reply-To: <\(foreign)>"])).thread.verified == nil)
    }

    @Test("the same mail in two of our inboxes has one identity, whatever the relays added")
    func identity() {
        let here = prepare(Letter(fields: ["Delivered-To: help@shop.example", "Received: from a by b; today"]))
        let there = prepare(Letter(returnPath: "<x@y.example>", fields: ["Received: from c\r\n\tby d; later"]))
        #expect(!here.identity.isEmpty)
        #expect(here.identity == there.identity)
    }

    @Test(
        "another text, subject, sender or Message-ID is another mail",
        arguments: [
            Letter(text: "Something else."), Letter(subject: "Something else"), Letter(from: "x@customer.example"),
            Letter(messageID: "2@customer.example"),
        ]
    )
    func anotherIdentity(other: Letter) {
        #expect(prepare(other).identity != prepare(Letter()).identity)
    }

    @Test("a mail without a Message-ID is like no other")
    func noIdentity() {
        #expect(prepare(Letter(messageID: nil)).identity == "")
    }

    @Test("a form on our own site that mails itself speaks for the person in Reply-To")
    func customer() {
        let form = Letter(from: "Shop <HELP@shop.example>", fields: ["Reply-To: Mara <mara@customer.example>"])
        #expect(prepare(form).customer?.key == "mara@customer.example")
        #expect(prepare(Letter(from: "help@shop.example")).customer == nil)
        #expect(prepare(Letter(fields: ["Reply-To: other@customer.example"])).customer?.key == "mara@customer.example")
    }

    @Test("what was parked when it was taken is read, and gets no draft")
    func parked() {
        let filing = prepare(Letter(), parked: .oversized(size: 9, limit: 1))
        #expect(filing.draft == nil)
        #expect(filing.content.subject == Letter().subject)
    }

    @Test("a bounce threads by the mail it is about, to nobody's person, and gets no draft")
    func bounce() {
        let ours = help.token.mint(Conversation.ID(rawValue: 7), nonce: 1, domain: "shop.example")
        let report = """
            --b\r
            Content-Type: text/plain\r
            \r
            Undeliverable.\r
            --b\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; mta.example\r
            \r
            Final-Recipient: rfc822; mara@customer.example\r
            Action: failed\r
            Status: 5.1.1\r
            \r
            --b\r
            Content-Type: text/rfc822-headers\r
            \r
            Message-ID: <\(ours)>\r
            \r
            --b--\r

            """
        var letter = Letter(from: "Mail <mailer-daemon@mta.example>", text: report, returnPath: "<>")
        letter.contentType = "multipart/report; report-type=delivery-status; boundary=b"
        let filing = prepare(letter)
        #expect(filing.reading.automatic.verdict == .bounce)
        #expect(filing.thread.verified == Conversation.ID(rawValue: 7))
        #expect(filing.thread.person == nil)
        #expect(filing.draft == nil)
    }
}
