import Foundation
import MIME
import Model
import Replies

/// A libFuzzer entry: whatever a customer wrote, a look-up said or an agent filled in, what can be sent holds no mark of
/// ours and nothing that acts.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzRenders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    guard octets.count > 2, let composer = Fixture.composer else { return 0 }
    let words = octets.dropFirst(2).split(separator: 0x1F).map { octets in
        // Without one of its letters no canary comes about, whatever is taken out in between.
        String(decoding: octets.filter { $0 != UInt8(ascii: "q") }, as: UTF8.self)
    }
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
    guard var reply = try? FinishedReply(draft, agent: message.word(7), today: CalendarDay(number: 20_000)) else {
        return 0
    }
    RenderPromises(reply, hasMarks: message.hasMarks, filled: canaries(draft)).check()
    reply.append(Quotation(of: message.content, language: "en"))
    MailPromises(reply, from: inbox.sender).check()
    return 0
}

/// How often filled slots of the templates stand in a draft, by marks that nobody else can have written: others' brackets
/// are escaped.
private func canaries(_ draft: DraftBody) -> Int {
    draft.slots.filter { $0.value?.hasPrefix(FuzzedMessage.canary) == true }
        .reduce(0) { $0 + draft.text.ranges(of: "[[\($1.name)]]").count }
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

    /// Stands in every filled slot of the templates: a customer's text that is taken for a slot shows.
    static let canary = "vqvq"

    static func isDeclared(_ slot: String) -> Bool {
        slot.hasPrefix("words") || slot.hasPrefix("more")
    }

    var hasMarks: Bool {
        words.contains(where: \.hasMarks)
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
        MessageContent(
            messageID: "1@customer.example",
            subject: word(3),
            from: MailAddress(name: word(4), address: "a@customer.example"),
            text: word(0)
        )
    }

    var situation: ReplySituation {
        ReplySituation(facts: ["lookup.order.state": .text(word(5))])
    }

    func fill(_ draft: inout DraftBody) {
        for index in draft.slots.indices where draft.slots[index].isRequired || choice & 64 != 0 {
            let mark = Self.isDeclared(draft.slots[index].name) ? Self.canary : ""
            draft.slots[index].value = draft.slots[index].kind == .date ? "2026-03-04" : mark + word(6)
        }
    }
}

private enum Fixture {
    static let inbox = Inbox(name: InboxName("support"), addresses: ["hello@shop.example"], senderName: "Shop")

    static let composer: DraftComposer? = {
        let texts = ["order.where", "invoice", "unclear", "praise"].compactMap(template)
        let parts = LanguageParts([
            "greeting": PartSource(
                text: "Hello{{#customer.first_name}} {{customer.first_name}}{{/customer.first_name}},"
            ),
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
    private let filled: Int

    /// - Parameter filled: how often filled slots stand in the draft.
    init(_ reply: FinishedReply, hasMarks: Bool, filled: Int) {
        self.reply = reply
        self.hasMarks = hasMarks
        self.filled = filled
    }

    func check() {
        demand(hasMarks || !reply.text.hasMarks, "a mark of ours: \(reply.text)")
        for scalar in (reply.text + reply.subject + reply.html).unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
            demand(!isControl, "control character \(scalar.value)")
        }
        demand(!reply.subject.unicodeScalars.contains(where: \.turnsOrBreaks), "a subject that turns or breaks")
        let canaries = reply.text.ranges(of: FuzzedMessage.canary).count
        demand(canaries <= filled, "\(canaries) fillings of \(filled): \(reply.text)")
        checkTags()
    }

    private func checkTags() {
        KnownTags(["div", "/div", "p", "/p", "br /", "ul", "/ul", "ol", "/ol", "li", "/li"]).check(reply.html)
    }
}

extension String {
    fileprivate var hasMarks: Bool {
        utf8.contains { "{}[]|".utf8.contains($0) }
    }
}

extension Unicode.Scalar {
    fileprivate var turnsOrBreaks: Bool {
        value < 0x20 || properties.generalCategory == .lineSeparator
            || properties.generalCategory == .paragraphSeparator || properties.isBidiControl && value != 0x61C
    }
}

/// Every tag of a fragment of HTML, by its whole text: nothing that somebody wrote becomes one, or an attribute.
private struct KnownTags {
    private let known: Set<String>

    init(_ known: Set<String>) {
        self.known = known
    }

    /// By octets: to Swift, a sign and a mark on it are one character.
    func check(_ html: String) {
        let octets = html.utf8
        for piece in octets.split(separator: 0x3C).dropFirst(octets.first == 0x3C ? 0 : 1) {
            guard let end = piece.firstIndex(of: 0x3E) else {
                return demand(false, "a tag that never ends: \(Substring(piece))")
            }
            let tag = String(Substring(piece[..<end]))
            let isOurs = tag == "div style=\"font-family:sans-serif;line-height:1.5\""
            demand(isOurs || known.contains(tag), "the tag <\(tag)>")
        }
    }
}

/// What everybody may rely on in the mail of a reply: its header is ours, and so are its parts.
private struct MailPromises {
    private let octets: [UInt8]
    private let reply: FinishedReply

    init(_ reply: FinishedReply, from sender: MailAddress) {
        self.reply = reply
        octets = Composer.compose(
            MailToCompose(
                from: sender,
                to: reply.recipients.to,
                cc: reply.recipients.cc,
                subject: reply.subject,
                date: Date(timeIntervalSince1970: 1_800_000_000),
                messageID: "2@shop.example",
                inReplyTo: "1@customer.example",
                references: ["1@customer.example"],
                text: reply.text,
                html: reply.html
            )
        )
    }

    func check() {
        let tags: Set<String> = [
            "div", "/div", "p", "/p", "br /", "br", "ul", "/ul", "ol", "/ol", "li", "/li", "/blockquote",
            "blockquote style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\"",
        ]
        KnownTags(tags).check(reply.html)
        let lines = octets.split(separator: 0x0A, omittingEmptySubsequences: false)
        for line in lines.dropLast() {
            let words = line.dropLast()
            demand(line.last == 0x0D && !words.contains { $0 == 0x0D || $0 == 0 || $0 >= 0x80 }, "a line's octets")
            demand(words.count <= 998, "a line of \(words.count) octets")
        }
        checkHeader(lines.prefix { $0.count > 1 })
        checkParts(lines)
    }

    /// By the boundary itself: what somebody wrote may begin as all of ours do.
    private func checkParts(_ lines: [ArraySlice<UInt8>]) {
        let header = lines.prefix { $0.count > 1 }.drop { !$0.starts(with: "Content-Type:".utf8) }
        let field = String(decoding: Array(header.joined()), as: UTF8.self)
        let named = field.firstRange(of: "boundary=\"").map { field[$0.upperBound...].prefix { $0 != "\"" } }
        guard let boundary = named, !boundary.isEmpty else { return demand(false, "a boundary") }
        let marks = lines.count { $0.starts(with: "--\(boundary)".utf8) }
        demand(marks == 3, "\(marks) lines between parts")
    }

    private func checkHeader(_ lines: ArraySlice<ArraySlice<UInt8>>) {
        let fields = lines.filter { $0.first != 0x20 && $0.first != 0x09 }.map { line in
            String(decoding: line.prefix { $0 != 0x3A }, as: UTF8.self)
        }
        let own = [
            "Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type",
        ]
        demand(fields.sorted() == own.sorted(), "the fields \(fields)")
    }
}
