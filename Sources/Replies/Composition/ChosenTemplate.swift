/// A template that a reply uses, and what for.
struct ChosenTemplate {
    /// The intent; empty where none is clear.
    let matter: String
    let template: Template
    /// Every intent of the message that it answers.
    var intents: [String]

    init(_ matter: String, _ template: Template) {
        self.matter = matter
        self.template = template
        intents = matter.isEmpty ? [] : [matter]
    }
}
