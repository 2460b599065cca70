import Model

/// Which matter's template answers which ask of a message, and which asks are left.
struct AskAssignment {
    /// By matter, in the order of the text.
    private(set) var asks: [String: [Ask]] = [:]
    /// Those that no matter's template answers.
    private(set) var left: [Ask] = []

    /// No reply answers more beside its matters.
    private static let mostLeft = 4
    /// Part of a matter's evidence that makes an ask its own.
    private static let share = 0.2
    /// Less evidence says nothing: 2 is a fair hint.
    private static let leastWeight = 1.0

    /// - Parameter chosen: what the reply has templates for, in its order.
    init(_ reading: Reading, chosen: [ChosenTemplate]) {
        let wanted = reading.asks.filter { $0.kind != .deadline }
        guard !wanted.isEmpty else { return }
        let places = chosen.map { MatterPlace($0, in: reading) }
        let sentences = MessageSentences(reading)
        var latest = chosen.first?.matter
        for ask in wanted {
            let owner = Self.owner(of: ask, places, sentences, all: wanted, latest: latest)
            if let owner {
                asks[owner, default: []].append(ask)
                latest = owner
            } else if left.count < Self.mostLeft {
                left.append(ask)
            }
        }
    }

    private static func owner(
        of ask: Ask,
        _ places: [MatterPlace],
        _ sentences: MessageSentences,
        all: [Ask],
        latest: String?
    ) -> String? {
        let spoken = places.map { ($0.matter, $0.weight(in: ask.span), $0.total) }
            .filter { $0.1 >= max(leastWeight, share * $0.2) }
        if let best = spoken.max(by: { $0.1 < $1.1 }) { return best.0 }
        let words = TellingWords.of(ask.span.text)
        guard !words.isEmpty else { return latest }
        // It says once more what a sentence of the matter says.
        let repeated = places.first { place in
            let shared = words.intersection(TellingWords.of(sentences.text(of: place.evidence, without: ask.span)))
            return shared.count * 2 >= words.count && !shared.isEmpty
        }
        if let repeated { return repeated.matter }
        if let sentence = sentences.range(at: ask.span.start),
            all.count(where: { sentence.contains($0.span.start) }) == 1,
            let place = places.first(where: { $0.evidence.contains { sentence.contains($0.start) } })
        {
            return place.matter
        }
        return words.count <= 2 && TellingWords.pointsBack(ask.span.text) ? latest : nil
    }
}

/// Where a message speaks of a matter.
private struct MatterPlace {
    let matter: String
    /// What speaks for it, in the message's new text.
    let evidence: [Evidence]
    let total: Double

    init(_ chosen: ChosenTemplate, in reading: Reading) {
        matter = chosen.matter
        let intents = reading.newText.isEmpty ? [] : reading.intents.filter { chosen.intents.contains($0.intent) }
        let found = intents.flatMap(\.evidence)
        evidence = found.filter { $0.weight >= 0.5 }
        total = evidence.reduce(0) { $0 + $1.weight }
    }

    func weight(in span: TextSpan) -> Double {
        evidence.reduce(0) { $0 + ($1.start >= span.start && $1.start < span.end ? $1.weight : 0) }
    }
}

/// The sentences of a message's new text.
struct MessageSentences {
    private let scalars: [Unicode.Scalar]
    let ranges: [Range<Int>]

    init(_ reading: Reading) {
        scalars = Array(reading.newText.unicodeScalars.prefix(Sentences.reach))
        ranges = Sentences.ranges(in: scalars[...])
    }

    func range(at offset: Int) -> Range<Int>? {
        ranges.first { $0.contains(offset) }
    }

    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
    }

    func isQuestion(_ range: Range<Int>) -> Bool {
        scalars[range].contains("?")
    }

    /// All sentences that hold one of the words, but for one piece.
    func text(of evidence: [Evidence], without piece: TextSpan) -> String {
        ranges.filter { range in evidence.contains { range.contains($0.start) } }.map { range in
            let before = range.clamped(to: 0..<max(0, min(piece.start, scalars.count)))
            let behind = range.clamped(to: min(max(0, piece.end), scalars.count)..<scalars.count)
            return text(before) + " " + text(behind)
        }.joined(separator: " ")
    }
}
