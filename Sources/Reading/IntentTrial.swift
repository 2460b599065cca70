package import Model

/// What an edit of keywords or weights would have changed in messages of the past.
package struct IntentTrial: Sendable {
    /// A message that would now be taken for something else.
    package struct Change: Hashable, Sendable {
        package var message: Message.ID
        package var text: String
        package var before: [String]
        package var after: [String]
    }

    /// How many messages were looked at.
    package let looked: Int
    /// In the order of the messages.
    package let changes: [Change]

    /// Reads every message by both, on `tasks` threads. Takes some 20 µs a short message for each.
    /// - Parameter before: nil compares with what was read when the message came.
    package init(
        _ messages: [PastMessage],
        before: MessageReader?,
        after: MessageReader,
        tasks: Int = 2
    ) async {
        let size = max(1, (messages.count + max(tasks, 1) - 1) / max(tasks, 1))
        let parts = stride(from: 0, to: messages.count, by: size).map { messages[$0..<min($0 + size, messages.count)] }
        changes = await withTaskGroup(of: (Int, [Change]).self) { group in
            for (place, part) in parts.enumerated() {
                group.addTask { (place, part.compactMap { Self.change($0, before, after) }) }
            }
            var found: [Int: [Change]] = [:]
            for await (place, part) in group { found[place] = part }
            return parts.indices.flatMap { found[$0] ?? [] }
        }
        looked = messages.count
    }

    private static func change(_ message: PastMessage, _ before: MessageReader?, _ after: MessageReader) -> Change? {
        let old = before?.matters(of: message.text, language: message.language) ?? message.matters
        let new = after.matters(of: message.text, language: message.language)
        guard old != new else { return nil }
        return Change(message: message.message, text: message.text, before: old, after: new)
    }

    /// How often each change happened, most often first.
    package var kinds: [(before: [String], after: [String], count: Int)] {
        let groups = Dictionary(grouping: changes) { [$0.before, $0.after] }
        return groups.map { ($0.key[0], $0.key[1], $0.value.count) }.sorted { a, b in
            a.2 == b.2 ? (a.0 + a.1).lexicographicallyPrecedes(b.0 + b.1) : a.2 > b.2
        }
    }
}
