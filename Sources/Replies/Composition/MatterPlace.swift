import Model

/// Where a message speaks of a matter.
struct MatterPlace {
    let matter: String
    let total: Double
    /// What speaks for it, in the message's new text.
    private let sums: EvidenceSums

    private static let leastWeight = 0.5

    init(_ chosen: ChosenTemplate, in reading: Reading) {
        matter = chosen.matter
        var places: [(start: Int, weight: Double)] = []
        for intent in reading.intents where !reading.newText.isEmpty && chosen.intents.contains(intent.intent) {
            for found in intent.evidence where found.weight >= Self.leastWeight {
                places.append((found.start, found.weight))
            }
        }
        sums = EvidenceSums(places: places)
        total = sums.total
    }

    /// Whether something speaks for it there.
    func speaks(in range: Range<Int>) -> Bool {
        sums.begin(in: range)
    }

    func weight(in range: Range<Int>) -> Double {
        sums.weight(in: range)
    }

    func weight(in span: TextSpan) -> Double {
        sums.weight(in: span.start..<max(span.start, span.end))
    }
}
