import Foundation
import Model
import Replies

/// A libFuzzer entry: whatever a customer wrote, a look-up said or an agent filled in, what can be sent holds no mark of
/// ours and nothing that acts.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzRenders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    guard octets.count > 2, let composer = Fixture.composer else { return 0 }
    let words = octets.dropFirst(2).split(separator: 0x1F).map { String(decoding: $0, as: UTF8.self) }
    let message = FuzzedMessage(words, choice: octets[0], asks: octets[1])
    var inbox = Fixture.inbox
    inbox.form = octets[0] & 1 == 0 ? .mail : .chat
    inbox.formality = octets[0] & 2 == 0 ? .formal : .informal
    let draft = composer.draft(
        reading: message.reading,
        content: message.content,
        inbox: inbox,
        situation: message.situation
    )
    guard var draft else { return 0 }
    message.fill(&draft)
    checkMoves(draft)
    guard let reply = try? FinishedReply(draft, agent: message.word(7), today: CalendarDay(number: 20_000)) else {
        return 0
    }
    RenderPromises(reply, hasMarks: message.hasMarks).check()
    return 0
}

private func checkMoves(_ draft: DraftBody) {
    for (text, moves) in [(draft.text, draft.moves), { ($0.text, $0.moves) }(ReadableDraft(draft))] {
        let length = text.unicodeScalars.count
        var end = 0
        for span in moves {
            demand(end <= span.start && span.start < span.end && span.end <= length, "a move at \(span.start)")
            end = span.end
        }
    }
}

/// What the octets stand for.
private struct FuzzedMessage {
    private let words: [String]
    private let choice: UInt8
    private let asks: UInt8

    init(_ words: [String], choice: UInt8, asks: UInt8) {
        self.words = words
        self.choice = choice
        self.asks = asks
    }

    func word(_ index: Int) -> String {
        words.isEmpty ? "x" : words[index % words.count]
    }

    var hasMarks: Bool {
        words.contains { $0.contains { "{}[]|".contains($0) } }
    }

    var reading: Model.Reading {
        let text = word(0)
        let length = text.unicodeScalars.count
        let span = TextSpan(text: text, start: 0, end: length)
        let matters = [["order.where"], ["order.where", "invoice"], [], ["invoice", "praise"]][Int(choice >> 2) % 4]
        let evidence = [Evidence(keyword: "x", weight: 3, start: 0, end: min(1, length))]
        return Model.Reading(
            newText: text,
            language: "en",
            intents: matters.map { ScoredIntent(intent: $0, score: 3, confidence: 0.5, evidence: evidence) },
            matters: matters,
            abstained: matters.isEmpty,
            asks: length > 0 && asks & 1 == 1 ? [Ask(.question, span)] : [],
            signals: Signals(sentiment: Int(asks >> 1) % 5 - 2, distress: asks & 32 != 0),
            facts: length > 0 ? [Fact(.orderID, span, value: word(1)), Fact(.address, span, value: word(2))] : [],
            automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
        )
    }

    var content: MessageContent {
        MessageContent(subject: word(3), from: MailAddress(name: word(4), address: "a@customer.example"))
    }

    var situation: ReplySituation {
        ReplySituation(facts: ["lookup.order.state": .text(word(5))])
    }

    func fill(_ draft: inout DraftBody) {
        for index in draft.slots.indices where draft.slots[index].isRequired || choice & 64 != 0 {
            draft.slots[index].value = draft.slots[index].kind == .date ? "2026-03-04" : word(6)
        }
    }
}

private enum Fixture {
    static let inbox = Inbox(name: InboxName("support"), addresses: ["hello@shop.example"], senderName: "Shop")

    static let composer: DraftComposer? = {
        let texts = ["order.where", "invoice", "unclear", "praise"].compactMap(template)
        let parts = LanguageParts([
            "greeting": PartSource(text: "Hello{{#customer.first_name}} {{customer.first_name}}{{/customer.first_name}},"),
            "closing": PartSource(text: "{Regards|Bye}"), "signature": PartSource(text: "{{agent.name}}"),
            "ask_left": PartSource(text: "You wrote: “{{ask}}”. [[answer]]"),
            "recovery": PartSource(text: "Sorry. [[what_happened]]\n\n- [[what_changes]]"),
            "joint": PartSource(text: "As for {{topic}}:"),
        ])
        guard texts.count == 4, parts.faults.isEmpty else { return nil }
        return DraftComposer(templates: TemplateSet(templates: texts, parts: ["en": parts]))
    }()

    private static func template(_ name: String) -> Template? {
        let slots = [
            Slot(name: "words", label: "What?"), Slot(name: "more", label: "More?", isRequired: false),
            Slot(name: "day", label: "When?", kind: .date),
        ]
        let head = FrontMatter(
            title: name,
            topic: "it",
            slots: slots.map { SlotDeclaration(slot: $0, line: 1) },
            promise: .promise(PromisePlan(what: "W", by: .slot("day"), line: 1))
        )
        let source = TemplateSource(name: name, language: "en", frontMatter: head, body: text, bodyLine: 1)
        return try? Template(source)
    }

    private static let text = """
        ## same page
        “{{ask}}” {Ihre|deine} {{subject}}{{#fact.order_id}} {{fact.order_id}}{{/fact.order_id}}
        {{customer.name}}
        ## gain
        [[words]]

        - {{fact.address}}
        1. [[more]]

        {{lookup.order.state}}
        ## next
        By [[day]].
        """
}

/// What everybody may rely on in a reply that can be sent.
private struct RenderPromises {
    private let reply: FinishedReply
    private let hasMarks: Bool

    init(_ reply: FinishedReply, hasMarks: Bool) {
        self.reply = reply
        self.hasMarks = hasMarks
    }

    func check() {
        demand(hasMarks || !reply.text.contains { "{}[]|".contains($0) }, "a mark of ours: \(reply.text)")
        for scalar in (reply.text + reply.subject + reply.html).unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
            demand(!isControl, "control character \(scalar.value)")
        }
        demand(!reply.subject.contains { $0.isNewline }, "a header of two lines")
        checkTags()
    }

    private func checkTags() {
        let known = ["div", "/div", "p", "/p", "br /", "ul", "/ul", "ol", "/ol", "li", "/li"]
        for piece in reply.html.split(separator: "<").dropFirst(reply.html.hasPrefix("<") ? 0 : 1) {
            guard let end = piece.firstIndex(of: ">") else { return demand(false, "a tag that never ends: \(piece)") }
            let tag = String(piece[..<end])
            demand(known.contains(tag) || tag.hasPrefix("div style=\"font-family"), "the tag <\(tag)>")
        }
    }
}
