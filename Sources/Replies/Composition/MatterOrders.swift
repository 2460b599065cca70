import Model

/// Which order numbers of a message belong to which of its matters.
struct MatterOrders {
    /// By matter, in the order of the text; empty where they cannot all be told apart.
    private var numbers: [String: [String]] = [:]

    init() {}

    /// - Parameters:
    ///   - asks: by matter.
    ///   - named: order numbers that are known from elsewhere, such as the subject.
    init(_ reading: Reading, chosen: [ChosenTemplate], asks: [String: [Ask]], named: [String]) {
        let facts = reading.facts.filter { $0.kind == .orderID }
        let values = Set(facts.map(\.value))
        guard chosen.count > 1, values.count > 1, values.isSuperset(of: named) else { return }
        let places = chosen.map { MatterPlace($0, in: reading) }
        let sentences = MessageSentences(reading)
        var told: Set<String> = []
        for fact in facts {
            guard let sentence = sentences.range(at: fact.span.start),
                let matter = Self.mostSpoken(of: sentence, places) ?? Self.askedIn(sentence, asks)
            else { continue }
            told.insert(fact.value)
            if numbers[matter]?.contains(fact.value) != true { numbers[matter, default: []].append(fact.value) }
        }
        if told != values { numbers = [:] }
    }

    /// nil where all numbers of the message are to be named.
    subscript(matter: String) -> String? {
        numbers[matter].map { $0.prefix(5).joined(separator: ", ") }
    }

    /// The one matter that a sentence says most of.
    private static func mostSpoken(of sentence: Range<Int>, _ places: [MatterPlace]) -> String? {
        let weights = places.map { $0.weight(in: sentence) }
        guard let most = weights.max(), most > 0, weights.count(where: { $0 == most }) == 1 else { return nil }
        return weights.firstIndex(of: most).map { places[$0].matter }
    }

    private static func askedIn(_ sentence: Range<Int>, _ asks: [String: [Ask]]) -> String? {
        let matters = asks.filter { $0.value.contains { sentence.contains($0.span.start) } }.keys
        return matters.count == 1 ? matters.first : nil
    }
}
