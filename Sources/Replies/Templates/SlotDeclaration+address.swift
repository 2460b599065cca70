import Model

extension SlotDeclaration {
    /// With what people read of it as a customer is addressed, and the program's own questions in the language.
    func addressed(_ language: String, _ formality: Formality) -> SlotDeclaration {
        var declaration = self
        let label = UsualQuestion.translated(slot.label, to: language)
        declaration.slot.label = AddressMark.resolved(label, formality)
        if case .choice(let choices) = slot.kind {
            declaration.slot.kind = .choice(choices.map { AddressMark.resolved($0, formality) })
        }
        return declaration
    }
}
