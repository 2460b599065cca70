import Model

/// The text of a part as its file gives it.
package struct PartSource: Hashable, Sendable {
    package var text: String
    /// Where the text begins in its file, from 1.
    package var line: Int
    package var slots: [SlotDeclaration]
    package var promise: PromiseDeclaration

    package init(
        text: String,
        line: Int = 1,
        slots: [SlotDeclaration] = [],
        promise: PromiseDeclaration = .none
    ) {
        self.text = text
        self.line = line
        self.slots = slots
        self.promise = promise
    }
}

/// A compiled part: a text that templates include or that the composer puts between theirs.
struct Part: Sendable {
    /// For mail, and for chat where it has no short half.
    let text: TemplateText
    let shortText: TemplateText?
    let slots: [SlotDeclaration]
    let promise: PromiseDeclaration

    /// Its slots in a language and as a customer is addressed; what the composer fills by itself is not among them.
    func slots(_ language: String, _ formality: Formality) -> [SlotDeclaration] {
        slots.filter { $0.slot.name != SlotName.goodwill }.map { $0.addressed(language, formality) }
    }

    func text(in form: ReplyForm) -> TemplateText {
        form == .chat ? shortText ?? text : text
    }
}
