import Model

/// What sets each ask of a message apart from the others: "when does it arrive" and "change the delivery address" are
/// both about the delivery.
struct DistinctAsks {
    private var sharedKeys: Set<UInt64> = []
    private var sharedTopics: UInt64 = 0

    /// The asks with only the words and topics that no other has; with all of them where nothing is left.
    static func of(_ asks: [CheckedMessage.CheckedAsk]) -> [CheckedMessage.CheckedAsk] {
        guard asks.count > 1 else { return asks }
        let distinct = Self(asks)
        return asks.map(distinct.bare)
    }

    /// An ask that was found twice at one place has nothing to be told apart from.
    private init(_ asks: [CheckedMessage.CheckedAsk]) {
        var places: Set<Range<Int>> = []
        var (keys, topics): (Set<UInt64>, UInt64) = ([], 0)
        for ask in asks where places.insert(ask.ask.span.start..<max(ask.ask.span.start, ask.ask.span.end)).inserted {
            sharedTopics |= topics & ask.topics
            topics |= ask.topics
            var last: UInt64?
            for key in ask.keys where key != last {
                if !keys.insert(key).inserted { sharedKeys.insert(key) }
                last = key
            }
        }
    }

    private func bare(_ ask: CheckedMessage.CheckedAsk) -> CheckedMessage.CheckedAsk {
        let keys = ask.keys.filter { !sharedKeys.contains($0) }
        let topics = ask.topics & ~sharedTopics
        guard !keys.isEmpty || topics != 0 else { return ask }
        return CheckedMessage.CheckedAsk(ask: ask.ask, cues: ask.cues, topics: topics, keys: keys)
    }
}
