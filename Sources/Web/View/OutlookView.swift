import Model
import Pipeline

/// How a reply would go out in a chat: until when it can, and in how many messages.
struct OutlookView: Sendable {
    /// nil where the provider takes replies at any time, or none any more.
    var until: String?
    var isClosing: Bool
    /// Why no reply can be sent, or none any more, and what can be done instead.
    var closed: String?
    /// What that comes down to.
    var closedTitle: String
    /// nil where it goes out as one message, or nobody knows yet.
    var parts: String?

    init?(_ outlook: ChatOutlook?) {
        guard let outlook else { return nil }
        closed = outlook.closed
        closedTitle = outlook.closesAt == nil ? "No way for a reply:" : "Too late for this chat:"
        until = outlook.closed == nil ? outlook.closesText : nil
        isClosing = outlook.isClosing
        if let parts = outlook.parts, parts.count > 1 {
            let lengths = parts.map { String($0.count) }.joined(separator: ", ")
            self.parts = "\(parts.count) messages, one after the other (\(lengths) characters)"
        }
    }
}
