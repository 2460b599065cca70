import Model

/// What a text is rendered with.
struct TextContext {
    var values: PlaceholderValues
    var signs: Signs = []
    var formality = Formality.formal
    /// The names that slots have in this reply, where they are not those of the template.
    var slotNames: [String: String] = [:]

    func slotName(_ name: String) -> String {
        slotNames.isEmpty ? name : slotNames[name] ?? name
    }
}
