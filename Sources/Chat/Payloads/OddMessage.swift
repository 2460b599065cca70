import Model

extension ChatMessage {
    /// A message that lacks what every message has: kept all the same, with its JSON for text, for a person to look at.
    ///
    /// - Parameters:
    ///   - id: its number, where it has one.
    ///   - lacks: in plain words.
    static func odd(
        _ json: JSONValue,
        id: String? = nil,
        chat: String? = nil,
        person: String? = nil,
        lacks: String
    ) -> ChatMessage {
        let text = json.compact
        let number = id ?? "odd/\(ProviderNumber.digest(text.utf8))"
        let author = person ?? "unknown/\(number)"
        return ChatMessage(
            id: number,
            place: ChatPlace(chat: chat ?? author),
            person: ChatPerson(id: author),
            text: text,
            remarks: ["a message without \(lacks), shown as it came"]
        )
    }
}
