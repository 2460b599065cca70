import Model

/// What a clause asks for.
struct ClauseVerdict {
    var pieces: Range<Int>
    /// Question or request; nil for neither.
    var kind: Ask.Kind?
    /// The words that name the time by which something is needed.
    var deadline: Range<Int>?
    /// Leads up to an ask and says nothing by itself.
    var isFrame = false
}

/// Adds up the words of a clause.
struct ClauseWeighing {
    /// The least sum that makes an ask.
    private static let threshold = 2.0
    private static let thresholdBesideDeadline = 3.0
    /// What a question mark adds for a question.
    private static let mark = 2.5
    /// From this weight on one cue makes a deadline by itself.
    private static let clearDeadline = 3.0
    private static let longestFrame = 8

    private let text: ScannedText
    /// Where days to come are named, in Unicode scalars, in order.
    private let days: [Int]

    init(text: ScannedText, days: [Int]) {
        self.text = text
        self.days = days
    }

    func verdict(_ clause: Clause) -> ClauseVerdict {
        let cue = deadlineCue(in: clause)
        var verdict = ClauseVerdict(pieces: clause.pieces, kind: kind(of: clause, hasDeadline: cue != nil))
        if let cue {
            verdict.deadline = verdict.kind == nil ? ownClause(of: cue, in: clause.pieces) : clause.pieces
        }
        verdict.isFrame = isFrame(clause)
        if verdict.kind != nil, !clause.hasMark { verdict.pieces = withoutTail(clause) }
        return verdict
    }

    private func kind(of clause: Clause, hasDeadline: Bool) -> Ask.Kind? {
        let courtesy = sum(clause) { $0 == .courtesy }
        var question = sum(clause, where: \.isQuestion) - courtesy
        let request = sum(clause, where: \.isRequest) - courtesy
        if clause.hasMark { question += Self.mark }
        // "I need it by Friday" names a time and nothing to do.
        let least = hasDeadline ? Self.thresholdBesideDeadline : Self.threshold
        guard max(question, request) >= least, wordCount(clause) > 1 || max(question, request) > 3 else { return nil }
        return request > question ? .request : .question
    }

    private func sum(_ clause: Clause, where isCounted: (AskCue.Label) -> Bool) -> Double {
        clause.cues.reduce(0) { isCounted($1.label) ? $0 + $1.weight : $0 }
    }

    private func wordCount(_ clause: Clause) -> Int {
        text.pieces[clause.pieces].count { $0.kind == .word }
    }

    private func isFrame(_ clause: Clause) -> Bool {
        sum(clause) { $0 == .frame } >= Self.threshold && wordCount(clause) <= Self.longestFrame
    }

    /// "Please cancel it, I no longer need it": the second half tells the reason.
    private func withoutTail(_ clause: Clause) -> Range<Int> {
        guard let last = clause.cues.last(where: { $0.isAsk || $0.label == .deadline }) else { return clause.pieces }
        for index in clause.pieces where index > last.pieces.upperBound {
            if text.has(.otherwise, at: index) { return clause.pieces.lowerBound..<index }
            guard text.isSign(",", at: index) else { continue }
            let next = text.has(.conjunction, at: index + 1) ? index + 2 : index + 1
            if text.has(.subject, at: next), next < clause.pieces.upperBound { return clause.pieces.lowerBound..<index }
        }
        return clause.pieces
    }
}

extension ClauseWeighing {
    private func deadlineCue(in clause: Clause) -> AskCue? {
        let cues = clause.cues.filter { $0.label == .deadline || $0.label == .deadlineDate && hasDay(behind: $0) }
        guard let clearest = cues.max(by: { $0.weight < $1.weight }) else { return nil }
        // Phrases inside each other say the same: only the clearest counts, with what hints at it or speaks against it.
        let hints = cues.filter { $0.weight < Self.clearDeadline }.reduce(0) { $0 + $1.weight }
        let isClear = clearest.weight >= Self.clearDeadline
        guard isClear || cues.contains(where: { $0.label == .deadlineDate }) else { return nil }
        let sum = isClear ? clearest.weight + hints : hints
        return sum >= Self.threshold ? clearest : nil
    }

    /// A day to come that begins within the next three pieces; right behind the cue where that is a weak one.
    private func hasDay(behind cue: AskCue) -> Bool {
        let start = text.pieces[cue.pieces.lowerBound].scalarStart
        let reach = cue.weight < Self.clearDeadline ? 0 : 2
        guard let last = text.piece(min(cue.pieces.upperBound + reach, text.pieces.count - 1)) else { return false }
        let next = days.partitioningIndex { $0 > start }
        return next < days.count && days[next] <= last.scalarStart
    }

    /// From the last comma before the words that name the time.
    private func ownClause(of cue: AskCue, in pieces: Range<Int>) -> Range<Int> {
        let before = pieces.lowerBound..<max(pieces.lowerBound, cue.pieces.lowerBound - 1)
        guard let comma = before.last(where: { text.isSign(",", at: $0) || text.isSign(";", at: $0) }) else {
            return pieces
        }
        let start = text.has(.conjunction, at: comma + 1) ? comma + 2 : comma + 1
        return start..<pieces.upperBound
    }
}
