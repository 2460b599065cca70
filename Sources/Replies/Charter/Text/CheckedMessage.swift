import Model
import Scoring

/// The message that a reply answers, with what the checks ask of it, found once.
struct CheckedMessage: Sendable {
    let reading: Reading
    let attachments: Int
    /// Whose words come to the threshold in the whole text.
    let cues: CueSet
    let topics: UInt64
    /// Its words with a meaning of their own, sorted.
    let keys: [UInt64]
    let asks: [CheckedAsk]
    let circumstances: [CheckedCircumstance]
    /// An ask with what it is about.
    struct CheckedAsk: Sendable {
        let ask: Ask
        let cues: CueSet
        let topics: UInt64
        let keys: [UInt64]
    }

    struct CheckedCircumstance: Sendable {
        let kind: NamedCircumstance.Kind
        let cues: CueSet
        let keys: [UInt64]
    }

    init(_ reading: Reading, attachments: Int, cues finder: CueFinder) {
        self.reading = reading
        self.attachments = attachments
        let words = MessageCues(reading.newText, language: reading.language, finder)
        cues = words.cues(in: 0..<Int.max)
        topics = words.topics(in: 0..<Int.max)
        keys = words.keys(in: 0..<Int.max)
        asks = reading.asks.map { ask in
            let range = ask.span.start..<max(ask.span.start, ask.span.end)
            return CheckedAsk(
                ask: ask,
                cues: words.cues(in: range),
                topics: words.topics(in: range),
                keys: words.keys(in: range)
            )
        }
        circumstances = reading.circumstances.map { circumstance in
            let range = circumstance.span.start..<max(circumstance.span.start, circumstance.span.end)
            return CheckedCircumstance(
                kind: circumstance.kind,
                cues: words.cues(in: range),
                keys: words.keys(in: range)
            )
        }
    }

    func has(_ cue: Cue) -> Bool { cues.contains(cue) }

    /// Whether it goes badly for the customer, so that a person would say a word about it.
    var isUpset: Bool {
        let signals = reading.signals
        if signals.distress || signals.sentiment <= -2 || has(.upset) || has(.bereaved) { return true }
        let isTired = signals.effort >= 2 || reading.circumstances.contains { $0.kind == .repeatContact }
        return signals.sentiment < 0 && (isTired || signals.churnRisk || signals.publicComplaintRisk)
    }
}

/// The words of a message and what they are cues for.
private struct MessageCues {
    private let finds: [CueFinder.Find]
    private let tokens: [(start: Int, key: UInt64)]

    init(_ text: String, language: String, _ finder: CueFinder) {
        let tokenized = TokenizedText(text, language: language)
        finds = finder.finds(in: tokenized)
        let meaningless = Set(
            finds.compactMap { find -> Int? in
                guard case .cue(let cue) = find.meaning, Cue.meaningless.contains(at: cue) else { return nil }
                return find.range.lowerBound
            }
        )
        tokens = tokenized.tokens.compactMap { token in
            guard token.kind != .boundary, token.kind != .mark, !meaningless.contains(token.start) else { return nil }
            let key = ContentKey.key(of: tokenized.form(of: token))
            return key == 0 ? nil : (token.start, key)
        }
    }

    func keys(in range: Range<Int>) -> [UInt64] {
        tokens.filter { range.contains($0.start) }.map(\.key).sorted()
    }

    func topics(in range: Range<Int>) -> UInt64 {
        finds.reduce(0) { topics, find in
            guard case .topic(let topic) = find.meaning, range.contains(find.range.lowerBound) else { return topics }
            return topics | 1 << UInt64(topic)
        }
    }

    func cues(in range: Range<Int>) -> CueSet {
        var sums = [Double](repeating: 0, count: Cue.allCases.count)
        for find in finds where range.contains(find.range.lowerBound) {
            if case .cue(let cue) = find.meaning { sums[cue] += find.weight }
        }
        var set: CueSet = []
        for cue in sums.indices where sums[cue] >= CheckedSentence.threshold { set.insert(at: cue) }
        return set
    }
}
