/// How a group of WhatsApp's stands as the place of a chat: its number has no mark of its own that would tell it from a
/// person's, and it is written to in another way (developers.facebook.com, WhatsApp Cloud API: group messaging).
enum WhatsAppGroup {
    private static let prefix = "group/"

    static func chat(_ number: String) -> String {
        prefix + number
    }

    /// nil where the chat is with one person.
    static func number(of chat: String) -> String? {
        chat.hasPrefix(prefix) ? String(chat.dropFirst(prefix.count)) : nil
    }
}
