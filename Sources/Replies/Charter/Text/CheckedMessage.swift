import Model

/// The message that a reply answers, with what the checks ask of it, found once. By reference: every check holds it.
final class CheckedMessage: Sendable {
    let reading: Reading
    let attachments: Int
    /// Whose words come to the threshold in the whole text.
    let cues: CueSet
    let topics: UInt64
    /// Its words with a meaning of their own, sorted.
    let keys: [UInt64]
    let asks: [CheckedAsk]
    let circumstances: [CheckedCircumstance]
    /// What the customer asks us not to ask of them: what its words are cues for.
    let pleas: [CueSet]

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
    }

    init(_ reading: Reading, attachments: Int, cues finder: CueFinder) {
        self.reading = reading
        self.attachments = attachments
        var words = MessageCues(reading.newText, language: reading.language, finder)
        let everything = 0..<Int.max
        (cues, topics, keys) = (words.cues(in: everything), words.topics(in: everything), words.keys(in: everything))
        var (asks, pleas): ([CheckedAsk], [CueSet]) = ([], [])
        for ask in reading.asks {
            let range = Self.range(of: ask.span)
            let cues = words.cues(in: range)
            if Plea.isMade(by: ask) {
                pleas.append(cues)
            } else {
                let (topics, keys) = (words.topics(in: range), words.keys(in: range))
                asks.append(CheckedAsk(ask: ask, cues: cues, topics: topics, keys: keys))
            }
        }
        (self.asks, self.pleas) = (asks, pleas)
        circumstances = reading.circumstances.map { circumstance in
            CheckedCircumstance(kind: circumstance.kind, cues: words.cues(in: Self.range(of: circumstance.span)))
        }
    }

    private static func range(of span: TextSpan) -> Range<Int> {
        span.start..<max(span.start, span.end)
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
