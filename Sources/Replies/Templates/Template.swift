// Replies is in charge of what we write to customers: it makes a draft from a reading and templates, and the text and
// HTML of a mail from a draft that a person released. Everything here is a function of its arguments.

package import Model

/// A reply for one intent, or occasion, in one language, made of moves, checked when it was loaded. Immutable, and handed
/// on by reference: every draft uses some.
package final class Template: Sendable {
    /// The intent it answers, such as `order.where`.
    package let name: String
    /// An ISO 639 code.
    package let language: String
    /// The inbox that it is for alone; nil for all.
    package let inbox: InboxName?
    package let title: String
    package let subject: String?
    package let topic: String?
    /// Its own, and those of the parts that it includes.
    package let slots: [SlotDeclaration]
    /// Those that the composer does not fill by itself, as customers are addressed.
    private let formalSlots: [SlotDeclaration]
    private let informalSlots: [SlotDeclaration]
    package let promise: PromiseDeclaration
    package let limits: [NamedLine]
    package let goodwill: [NamedLine]
    let answersAll: Bool
    /// Intents beside its own that it answers as it stands.
    package let alsoAnswers: [NamedLine]
    /// Whether it says the customer's own words again.
    let quotesAsk: Bool
    /// In the order in which they are said in mail.
    package let moves: [Move]
    /// What is said in chat, in its order.
    package let shortMoves: [Move]

    /// - Parameter parts: what it may include.
    /// - Throws: every fault found in the text and between text and front matter.
    package init(_ source: TemplateSource, parts: LanguageParts = LanguageParts([:])) throws(TemplateError) {
        let compiled = try CompiledMoves(source, parts: parts)
        let short = compiled.short ?? Self.shortened(compiled.long)
        let slots = source.frontMatter.slots + compiled.includedSlots
        let asked = slots.filter { $0.slot.name != SlotName.goodwill }
        moves = compiled.long
        shortMoves = short
        quotesAsk = (compiled.long + short).contains { $0.text.placeholders.contains(.ask) }
        self.slots = slots
        formalSlots = asked.map { $0.addressed(source.language, .formal) }
        informalSlots = asked.map { $0.addressed(source.language, .informal) }
        name = source.name
        language = source.language
        inbox = source.inbox
        title = source.frontMatter.title
        subject = source.frontMatter.subject
        topic = source.frontMatter.topic
        promise = source.frontMatter.promise
        limits = source.frontMatter.limits
        goodwill = source.frontMatter.goodwill
        alsoAnswers = source.frontMatter.alsoAnswers
        answersAll = source.frontMatter.answersAll || source.name == TemplateSet.unclear
    }

    /// What chat has time for, of a template without a short form.
    private static func shortened(_ moves: [Move]) -> [Move] {
        let short = moves.filter { [.gain, .next, .limit].contains($0.name) }
        return short.isEmpty ? moves : short
    }

    func moves(in form: ReplyForm) -> [Move] {
        form == .chat ? shortMoves : moves
    }

    /// Its slots as a customer is addressed; what the composer fills by itself is not among them.
    func slots(_ formality: Formality) -> [SlotDeclaration] {
        formality == .formal ? formalSlots : informalSlots
    }

    /// The fields of look-ups that it speaks of, or fills slots from.
    package var lookups: Set<Placeholder> {
        let written = (moves + shortMoves).reduce(into: Set<Placeholder>()) { $0.formUnion($1.text.placeholders) }
        return written.union(slots.compactMap { $0.from.flatMap(Placeholder.init) }).filter { $0.lookup != nil }
    }
}

/// A template file, taken apart into its head and its text.
package struct TemplateSource: Hashable, Sendable {
    package var name: String
    package var language: String
    /// The inbox that it is for alone; nil for all.
    package var inbox: InboxName?
    package var frontMatter: FrontMatter
    /// Everything below the front matter.
    package var body: String
    /// The line of the file on which `body` begins, from 1.
    package var bodyLine: Int

    package init(
        name: String,
        language: String,
        inbox: InboxName? = nil,
        frontMatter: FrontMatter,
        body: String,
        bodyLine: Int
    ) {
        self.name = name
        self.language = language
        self.inbox = inbox
        self.frontMatter = frontMatter
        self.body = body
        self.bodyLine = bodyLine
    }
}
