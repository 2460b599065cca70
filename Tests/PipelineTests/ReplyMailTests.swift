import Foundation
import MIME
import Model
import Pipeline
import Testing

@Suite("The mail of an approved draft")
struct ReplyMailTests {
    private let help: HelpDesk

    init() throws {
        help = try HelpDesk()
    }

    private func reply(to letter: Letter, change: (inout DraftBody) -> Void = { _ in }) async throws -> ComposedMail {
        let message = try await help.receive(letter.octets)
        var draft = try await help.readyDraft(for: message)
        change(&draft.body)
        let reply = ReplyToCompose(
            draft: draft,
            record: try await help.record(of: message),
            inbox: help.inbox,
            agent: "Anna",
            at: help.clock.now
        )
        switch ReplyMail(token: help.token, nonce: Nonces().next).compose(reply) {
        case .composed(let mail): return mail
        case .refused(let why): throw Refused(why: why)
        }
    }

    private func names(in raw: [UInt8]) -> [String] {
        ParsedMessage(parsing: raw).fields.map { $0.name.lowercased() }
    }

    @Test(
        "names its parents as RFC 5322 section 3.6.4 says",
        arguments: [
            (["References: <a@x> <b@x>", "In-Reply-To: <b@x>"], ["a@x", "b@x", "1@customer.example"]),
            (["In-Reply-To: <b@x>"], ["b@x", "1@customer.example"]),
            (["In-Reply-To: <b@x> <c@x>"], ["1@customer.example"]),
            ([], ["1@customer.example"]),
        ]
    )
    func references(fields: [String], expected: [String]) async throws {
        let content = ParsedMessage(parsing: try await reply(to: Letter(fields: fields)).raw).content
        #expect(content.references == expected)
        #expect(content.inReplyTo == ["1@customer.example"])
    }

    @Test("answers a mail without Message-ID without inventing one")
    func noParent() async throws {
        let content = ParsedMessage(parsing: try await reply(to: Letter(messageID: nil)).raw).content
        #expect(content.inReplyTo.isEmpty)
        #expect(content.references.isEmpty)
    }

    @Test(
        "has one Re:",
        arguments: [("Late parcel", "Re: Late parcel"), ("RE: re: Late parcel", "Re: Late parcel")]
    )
    func subject(given: String, expected: String) async throws {
        let content = ParsedMessage(parsing: try await reply(to: Letter(subject: given)).raw).content
        #expect(content.subject == expected)
    }

    @Test("carries our token, our name and the customer's address, and no mark of automatic mail")
    func header() async throws {
        let mail = try await reply(to: Letter())
        let parsed = ParsedMessage(parsing: mail.raw)
        #expect(help.token.verify(mail.messageID) != nil)
        #expect(parsed.content.messageID == mail.messageID)
        #expect(parsed.content.from == MailAddress(name: "Example Shop", address: "help@shop.example"))
        #expect(parsed.content.to.map(\.address) == ["mara@customer.example"])
        for forbidden in ["auto-submitted", "precedence", "x-auto-response-suppress", "x-wavelength-loop"] {
            #expect(!names(in: mail.raw).contains(forbidden))
        }
        #expect(mail.reversePath == "help@shop.example")
        #expect(mail.forwardPaths == ["mara@customer.example"])
    }

    @Test("says the reply in both forms, the customer's words below")
    func bodies() async throws {
        let content = ParsedMessage(parsing: try await reply(to: Letter()).raw).content
        #expect(content.text.contains("It is with you on Thursday."))
        #expect(content.text.contains("> where is my order 4711?"))
        let html = try #require(content.html)
        #expect(html.contains("It is with you on Thursday."))
        #expect(html.contains("<blockquote"))
    }

    @Test("nobody gets it twice, however often an address is named")
    func envelope() async throws {
        let mail = try await reply(to: Letter()) { body in
            let again = MailAddress(name: "Mara", address: "MARA@customer.example")
            body.recipients.cc = [again, MailAddress(address: "partner@customer.example")]
        }
        #expect(mail.forwardPaths == ["mara@customer.example", "partner@customer.example"])
    }

    @Test("line breaks in names and subjects make no header field")
    func injection() async throws {
        let evil = "x\r\nBcc: victim@other.example\r\n\r\nbody\u{0}"
        let mail = try await reply(to: Letter()) { body in
            body.subject = evil
            body.recipients.to = [MailAddress(name: evil, address: "mara@customer.example")]
        }
        #expect(!names(in: mail.raw).contains("bcc"))
        #expect(mail.forwardPaths == ["mara@customer.example"])
        #expect(ParsedMessage(parsing: mail.raw).content.text.contains("It is with you on Thursday."))
    }

    @Test("a line break in the customer's own name and subject makes none either")
    func injectionByCustomer() async throws {
        let encoded = "=?utf-8?B?eA0KQmNjOiB2aWN0aW1Ab3RoZXIuZXhhbXBsZQ0KDQo=?="
        let mail = try await reply(to: Letter(from: "\(encoded) <mara@customer.example>", subject: encoded))
        #expect(!names(in: mail.raw).contains("bcc"))
        #expect(mail.forwardPaths == ["mara@customer.example"])
    }

    @Test("an address with a line break is refused", arguments: ["a@b.example\r\nRCPT TO:<c@d.example>", "a b", ""])
    func badAddress(address: String) async throws {
        await #expect(throws: Refused.self) {
            try await reply(to: Letter()) { $0.recipients.to = [MailAddress(address: address)] }
        }
    }
}
