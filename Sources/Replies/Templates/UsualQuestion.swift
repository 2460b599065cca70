/// What the program itself asks of whoever finishes a reply, in the language of the reply.
enum UsualQuestion: String, CaseIterable {
    case answer = "What do you answer?"
    case whatHappened = "What happened? Plainly, without a word against the customer."
    case whatChanges = "What changes, so that it does not happen again?"
    case goodwill = "What do you give beside it?"
    case dueDay = "by which day?"

    /// In English where the program has no words of the language.
    func text(in language: String) -> String {
        Self.translations[language]?[self] ?? rawValue
    }

    /// The same question in another language; any other label stays as it is.
    static func translated(_ label: String, to language: String) -> String {
        Self(rawValue: label)?.text(in: language) ?? label
    }

    private static let translations: [String: [UsualQuestion: String]] = [
        "de": [
            .answer: "Was ist die Antwort?",
            .whatHappened: "Was ist passiert? Offen, und ohne ein Wort gegen die Kundin oder den Kunden.",
            .whatChanges: "Was ändert sich, damit es nicht wieder passiert?",
            .goodwill: "Was gibt es dazu?",
            .dueDay: "bis zu welchem Tag?",
        ],
        "fr": [
            .answer: "Quelle est la réponse ?",
            .whatHappened: "Que s’est-il passé ? Sans détour, et sans un mot contre le client.",
            .whatChanges: "Qu’est-ce qui change pour que cela n’arrive plus ?",
            .goodwill: "Qu’est-ce qui est offert en plus ?",
            .dueDay: "pour quel jour ?",
        ],
        "es": [
            .answer: "¿Cuál es la respuesta?",
            .whatHappened: "¿Qué ha pasado? Con claridad y sin una palabra contra el cliente.",
            .whatChanges: "¿Qué cambia para que no vuelva a pasar?",
            .goodwill: "¿Qué se ofrece además?",
            .dueDay: "¿para qué día?",
        ],
    ]
}
