// Replies is in charge of what we write to customers: it makes a draft from a reading and a template, and the text
// and HTML of a mail from a draft that a person released. Everything here is a function of its arguments.

package import Model

/// A reply for one intent in one language, made of moves, checked when it was loaded.
package struct Template: Sendable {
    /// The intent it answers, such as `order.where`.
    package let name: String
    /// An ISO 639 code.
    package let language: String
    package let title: String
    package let subject: String?
    package let slots: [Slot]
    package let promise: PromiseDeclaration
    /// In the order in which they are said.
    package let moves: [Move]

    /// - Throws: every fault found in the text and between text and front matter.
    package init(_ source: TemplateSource) throws(TemplateError) {
        var faults: [TemplateFault] = []
        moves = MoveParser.moves(of: source, faults: &faults)
        faults += Self.slotFaults(in: source)
        guard faults.isEmpty else { throw TemplateError(faults) }
        name = source.name
        language = source.language
        title = source.frontMatter.title
        subject = source.frontMatter.subject
        slots = source.frontMatter.slots.map(\.slot)
        promise = source.frontMatter.promise
    }
}

/// A template file, taken apart into its head and its text.
package struct TemplateSource: Hashable, Sendable {
    package var name: String
    package var language: String
    package var frontMatter: FrontMatter
    /// Everything below the front matter.
    package var body: String
    /// The line of the file on which `body` begins, from 1.
    package var bodyLine: Int

    package init(name: String, language: String, frontMatter: FrontMatter, body: String, bodyLine: Int) {
        self.name = name
        self.language = language
        self.frontMatter = frontMatter
        self.body = body
        self.bodyLine = bodyLine
    }
}
