package import Model

/// What a page of a feed says about itself, beside its messages.
package struct FeedPage: Hashable, Sendable {
    /// Everything at the place of the messages, to tell whether a page says anything new.
    package let messages: JSONValue
    /// Where to go on; nil where the page does not say, or the feed has no cursor.
    package let next: String?

    package var isEmpty: Bool { messages.list?.isEmpty ?? (messages == .null) }

    /// Throws for what is no page of this feed: then nothing of it may be kept, and it has to be asked for again.
    package init(_ octets: [UInt8], of feed: FeedChannel) throws(AskError) {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: octets)
        } catch {
            throw AskError(.nonsense, "The feed answered with no JSON: \(error.description)")
        }
        messages = try Self.messages(in: json, feed.fields.messages)
        next = feed.cursor.flatMap { json.value(at: $0.member)?.label }
    }

    private static func messages(in json: JSONValue, _ path: [String]) throws(AskError) -> JSONValue {
        if let found = json.value(at: path) { return found }
        if path.isEmpty || json.value(at: path.dropLast())?.members?[path[path.count - 1]] == .null { return .null }
        throw AskError(
            .nonsense,
            "The feed's answer has no member “\(path.joined(separator: "."))”, where the configuration says that "
                + "the messages are."
        )
    }
}
