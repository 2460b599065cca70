/// A text that a person has given its label: what weights are learned from.
package struct LabelledExample: Hashable, Sendable {
    package var label: String
    package var text: String
    /// An ISO 639 code: each language is learned by itself.
    package var language: String

    package init(label: String, text: String, language: String) {
        self.label = label
        self.text = text
        self.language = language
    }
}
