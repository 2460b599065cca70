import Model

/// Sees to it that no two messages of a delivery have the same number: the second would be taken for the first.
enum UniqueItems {
    /// The same message again is told in a notice; another one under the same number gets a digest of itself behind it, so
    /// that it has the same number when the delivery comes again.
    static func of(_ items: [DeliveredItem]) -> [DeliveredItem] {
        var seen: [String: ChatMessage] = [:]
        return items.map { item in
            guard case .message(var message) = item else { return item }
            if let first = seen[message.id], first.bytes != message.bytes {
                message.id += "#" + ProviderNumber.digest(message.bytes)
            }
            if seen[message.id] != nil { return .notice("The message \(message.id) came twice in one delivery.") }
            seen[message.id] = message
            return .message(message)
        }
    }
}
