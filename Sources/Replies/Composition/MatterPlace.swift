import Model

/// Where a message speaks of a matter.
struct MatterPlace {
    let matter: String
    /// What speaks for it, in the message's new text.
    let evidence: [Evidence]
    let total: Double
    private let sums: EvidenceSums

    init(_ chosen: ChosenTemplate, in reading: Reading) {
        matter = chosen.matter
        let intents = reading.newText.isEmpty ? [] : reading.intents.filter { chosen.intents.contains($0.intent) }
        let found = intents.flatMap(\.evidence)
        evidence = found.filter { $0.weight >= 0.5 }
        sums = EvidenceSums(evidence)
        total = sums.total
    }

    func weight(in range: Range<Int>) -> Double {
        sums.weight(in: range)
    }

    func weight(in span: TextSpan) -> Double {
        sums.weight(in: span.start..<max(span.start, span.end))
    }
}
