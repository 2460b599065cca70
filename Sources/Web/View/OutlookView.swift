import Model
import Pipeline

/// In how many messages a reply would go out in a chat.
struct OutlookView: Sendable {
    /// Why the channel has no way for a reply at all, and what can be done instead; nil where it has one.
    var noReplies: String?
    /// nil where it goes out as one message, or nobody knows yet.
    var parts: String?

    init?(_ outlook: ChatOutlook?) {
        guard let outlook else { return nil }
        noReplies = outlook.noReplies
        if let parts = outlook.parts, parts.count > 1 {
            let lengths = parts.map { String($0.count) }.joined(separator: ", ")
            self.parts = "\(parts.count) messages, one after the other (\(lengths) characters)"
        }
    }
}
