import Foundation
import Model
import Replies
import TestSupport
import Testing

@Suite("Whatever a customer writes, what can be sent holds no mark of ours and nothing that acts")
struct RendersTests {
    @Test("20,000 renders of hostile words", arguments: 0..<8)
    func renders(_ part: Int) throws {
        let render = try HostileRender()
        var numbers = Seed(UInt64(part))
        var sendable = 0
        for round in 0..<2_500 {
            let hasMarks = round.isMultiple(of: 2)
            guard let reply = render.reply(&numbers, hasMarks: hasMarks) else { continue }
            sendable += 1
            let fault = HostileRender.fault(in: reply, hasMarks: hasMarks)
            #expect(fault == nil, "\(fault ?? "") in \(reply.text)\n\(reply.html)")
        }
        #expect(sendable > 2_000)
    }
}

/// Composes replies to messages made of pieces that mean something to some program.
struct HostileRender {
    private let composer: DraftComposer

    init() throws {
        let text = """
            ## same page
            “{{ask}}” {Ihre|deine} {{subject}} {{customer.name}}{{#fact.order_id}} {{fact.order_id}}{{/fact.order_id}}
            {{fact.product}}
            ## recovery
            {{#signal.negative}}
            So sorry{{#customer.first_name}}, {{customer.first_name}}{{/customer.first_name}}.
            {{/signal.negative}}
            ## gain
            [[words]]

            - {{fact.address}}
            - [[more]]

            {{lookup.order.state}} {{limit.what}}
            ## next
            By [[day]].
            """
        let slots = [
            Slot(name: "words", label: "What?"), Slot(name: "more", label: "More?", isRequired: false),
            Slot(name: "day", label: "When?", kind: .date),
        ]
        composer = Fixture.composer(
            try Fixture.template(text, slots: slots) { $0.topic = "it" },
            try Fixture.template(text, name: "invoice", slots: slots) { $0.topic = "your invoice" },
            try Fixture.template(text, name: "unclear", slots: slots)
        )
    }

    /// - Parameter hasMarks: whether the customer writes braces and brackets.
    func reply(_ numbers: inout Seed, hasMarks: Bool) -> FinishedReply? {
        let words = (0..<8).map { _ in Self.words(&numbers, from: hasMarks ? Self.pieces : Self.bare) }
        let reading = Fixture.reading(
            words[0],
            matters: [["order.where"], ["order.where", "invoice"], ["invoice"], []].randomElement(using: &numbers),
            asks: Bool.random(using: &numbers) ? [words[0]] : [],
            circumstances: Bool.random(using: &numbers) ? [.repeatContact] : [],
            signals: Signals(sentiment: Int.random(in: -2...2, using: &numbers)),
            facts: [(.orderID, "x", words[1]), (.product, "x", words[2]), (.address, "x", words[3])]
        )
        let from = MailAddress(name: words[4], address: "a@customer.example")
        let situation = ReplySituation(facts: ["lookup.order.state": .text(words[5])])
        var inbox = Fixture.inbox
        inbox.form = Bool.random(using: &numbers) ? .mail : .chat
        let content = Fixture.content(subject: words[6], from: from)
        guard var draft = composer.draft(reading: reading, content: content, inbox: inbox, situation: situation) else {
            return nil
        }
        for index in draft.slots.indices where draft.slots[index].isRequired || Bool.random(using: &numbers) {
            draft.slots[index].value = draft.slots[index].kind == .date ? "2026-03-04" : words[7] + "x"
        }
        return try? FinishedReply(draft, agent: words[1] + "x", today: Fixture.today)
    }

    private static let pieces = [
        "{{", "}}", "{{{", "{{#ask}}", "{{/ask}}", "{{> greeting}}", "[[", "]]", "[[day]]", "[[agent_name]]", "{a|b}",
        "{",
        "|", "}", "\\", "\\\\", "\n", "\r\n", "\r\nBcc: x@evil.example\r\n", "\u{0}", "\u{1}", "\u{1B}[31m", "\u{202E}",
        "\u{2028}", "\u{FEFF}", "<script>alert(1)</script>", "<img src=x onerror=y>", "<b>", "</div>", "<!--", "-->",
        "&lt;", "&#60;", "[x](javascript:alert(1))", "![x](https://evil.example)", "<https://evil.example>", "# ",
        "## ",
        "- ", "1. ", "> ", "```", "    ", "*", "_", "`", "~~", "~~~", "|--|", "===", "---", "[x]: y", " ", "order",
        "Where is it?",
        "ß", "😀", "e\u{301}", "100 %", "a@b.example", "https://shop.example/?a=b&c=d", "\t", ":", ";", "\"", "'",
    ]

    private static let bare = pieces.filter { !$0.contains { "{}[]|".contains($0) } }

    private static func words(_ numbers: inout Seed, from pieces: [String]) -> String {
        (0..<Int.random(in: 1...9, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }

    /// What should not be there; nil where all is well. Marks that the customer wrote are words like any others, so ours
    /// are looked for where the customer wrote none.
    static func fault(in reply: FinishedReply, hasMarks: Bool) -> String? {
        if !hasMarks, let mark = reply.text.first(where: { "{}[]|".contains($0) }) { return "a mark: \(mark)" }
        if let control = control(in: reply.text + reply.subject + reply.html) { return "control character \(control)" }
        if reply.subject.contains(where: \.isNewline) { return "a header of two lines" }
        return reply.html.utf8.split(separator: UInt8(ascii: "<")).lazy.compactMap(unknownTag).first
    }

    private static func control(in text: String) -> UInt32? {
        text.unicodeScalars.first { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) }?.value
    }

    private static let tags: Set<String> = [
        "div", "/div", "p", "/p", "br /", "ul", "/ul", "li", "/li",
        "div style=\"font-family:sans-serif;line-height:1.5\"",
    ]

    /// - Parameter piece: what follows a `<`.
    private static func unknownTag(_ piece: Substring.UTF8View) -> String? {
        let tag = String(Substring(piece.prefix { $0 != UInt8(ascii: ">") }))
        return tags.contains(tag) ? nil : "<\(tag)>"
    }
}
