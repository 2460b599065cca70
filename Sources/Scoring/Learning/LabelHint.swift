/// What tells before any example what messages of a label are about: its name, or a hand-set keyword. It is learned
/// from as a weak example of the label.
///
/// Above all, the hints of one label are what the others learn not to answer to: without them, the words of a few
/// corrections of one label, all that there are in a language, would draw every message to it.
struct LabelHint: Hashable, Sendable {
    enum Origin: Sendable {
        case name
        case keyword
    }

    let label: String
    let text: String
    let origin: Origin

    /// What an error on a hint costs against one on an example: as much while its label has none, half with 20.
    static func cost(examples: Int) -> Double {
        1 / (1 + Double(examples) / 20)
    }
}

extension LabelHint {
    /// The name as words, such as "card arrival" for `card_arrival`.
    init(nameOf label: String) {
        let words = label.split { !$0.isLetter }
        self.init(label: label, text: words.joined(separator: " "), origin: .name)
    }
}
