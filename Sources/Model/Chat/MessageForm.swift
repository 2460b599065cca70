/// What the raw bytes of a message are.
package enum MessageForm: String, Hashable, Sendable, Codable, CaseIterable {
    /// RFC 5322.
    case mail
    /// The JSON of a `ChatMessage`; of what goes out, of a `ChatReply`.
    case chat
    /// What a channel delivered and nobody could take apart, as it came. Such a message is parked.
    case delivery
}
