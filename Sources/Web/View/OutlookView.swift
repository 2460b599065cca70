import Model
import Pipeline

/// In how many messages a reply would go out in a chat.
struct OutlookView: Sendable {
    /// nil where it goes out as one message, or nobody knows yet.
    var parts: String?

    init?(_ outlook: ChatOutlook?) {
        guard let outlook else { return nil }
        if let parts = outlook.parts, parts.count > 1 {
            let lengths = parts.map { String($0.count) }.joined(separator: ", ")
            self.parts = "\(parts.count) messages, one after the other (\(lengths) characters)"
        }
    }
}
