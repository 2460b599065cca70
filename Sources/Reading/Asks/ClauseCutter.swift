/// Cuts a sentence where a new ask begins.
struct ClauseCutter {
    /// What stands in front of the words that ask.
    private enum Border {
        case start
        case sign
        case conjunction
        /// No border, in a text that has no punctuation to tell by.
        case nothing
    }

    private struct Opening {
        var start: Int
        let border: Border
        let cue: AskCue
    }

    /// An opening of this weight begins a clause behind "and" without an ask before it.
    private static let strong = 4.0
    private static let imperativeWeight = 3.0
    /// A subordinate clause in front of the ask belongs to it up to this many pieces.
    private static let longestLead = 16

    private let text: ScannedText
    private let content: Range<Int>
    private let cues: [AskCue]
    private let hasMark: Bool
    private let hasPunctuation: Bool

    init(text: ScannedText, sentence: Range<Int>, cues: [AskCue]) {
        self.text = text
        hasMark = Self.endsInMark(sentence, of: text)
        let content = SentenceContent(text: text, sentence: sentence).range
        self.content = content
        let own = cues.filter { content.contains($0.pieces.lowerBound) }
        // In German a question has the same form.
        let hasForms = text.language != "en" && !(text.language == "de" && hasMark)
        let forms = hasForms ? Self.imperatives(in: content, of: text) : []
        self.cues = forms.isEmpty ? own : Self.merged(own, forms)
        hasPunctuation = content.dropLast().contains { text.pieces[$0].kind == .sign }
    }

    /// Whether it is worth the while to look closer: nothing is asked without keywords, marks and verb forms.
    static func mayAsk(_ sentence: Range<Int>, of text: ScannedText, hasCues: Bool) -> Bool {
        hasCues || text.language != "en" || endsInMark(sentence, of: text)
    }

    private static func endsInMark(_ sentence: Range<Int>, of text: ScannedText) -> Bool {
        for index in sentence.suffix(4) where text.isSign("?", at: index) || text.isSign("？", at: index) { return true }
        return false
    }

    /// In order; none where the sentence only greets or thanks.
    func clauses() -> [Clause] {
        guard !content.isEmpty, !cues.isEmpty || hasMark else { return [] }
        let openings = openings()
        var starts = startsWithLead(openings)
        for index in content where text.pieces[index].isSign("¿") { starts.append(index) }
        let borders = joined(starts.sorted(), openings: openings)
        return borders.indices.map { number in
            let end = number + 1 < borders.count ? borders[number + 1] : content.upperBound
            return clause(borders[number]..<end, openings: openings, isLast: number + 1 == borders.count)
        }
    }

    private func clause(_ pieces: Range<Int>, openings: [Opening], isLast: Bool) -> Clause {
        let own = cues.filter { cue in
            guard pieces.contains(cue.pieces.lowerBound) else { return false }
            guard cue.label.isOpening, cue.weight > 0 else { return true }
            return openings.contains { $0.cue.pieces.lowerBound == cue.pieces.lowerBound }
        }
        let isAsked = hasMark && isLast || text.pieces[pieces].contains { $0.isSign("?") }
        return Clause(pieces: isLast ? pieces : trimmed(pieces), cues: own, hasMark: isAsked)
    }

    /// Without the comma and the conjunction that lead on to the next clause.
    private func trimmed(_ pieces: Range<Int>) -> Range<Int> {
        var end = pieces.upperBound
        while end > pieces.lowerBound + 1, isLink(text.pieces[end - 1]) { end -= 1 }
        return pieces.lowerBound..<end
    }

    private func isLink(_ piece: Piece) -> Bool {
        piece.kind == .newline || piece.has(.conjunction) || isBorder(piece) && !piece.isSign("?") && !piece.isSign(")")
    }
}

extension ClauseCutter {
    /// What `ImperativeForm` knows without the lexicon.
    private static func imperatives(in content: Range<Int>, of text: ScannedText) -> [AskCue] {
        var forms: [AskCue] = []
        var mayBegin = true
        for index in content {
            if mayBegin, ImperativeForm.begins(at: index, of: text) {
                let pieces = index..<min(index + 2, content.upperBound)
                forms.append(AskCue(label: .requestOpening, weight: imperativeWeight, pieces: pieces))
            }
            mayBegin = text.pieces[index].kind == .sign || text.pieces[index].has([.filler, .conjunction])
        }
        return forms
    }

    private static func merged(_ own: [AskCue], _ forms: [AskCue]) -> [AskCue] {
        let new = forms.filter { form in !own.contains { $0.isAsk && $0.pieces.contains(form.pieces.lowerBound) } }
        return (own + new).sorted { $0.pieces.lowerBound < $1.pieces.lowerBound }
    }

    private func openings() -> [Opening] {
        var openings: [Opening] = []
        for cue in cues where cue.isAsk {
            guard let found = border(before: cue.pieces.lowerBound) else {
                if isUnpunctuatedOpening(cue, after: openings.last) {
                    openings.append(Opening(start: cue.pieces.lowerBound, border: .nothing, cue: cue))
                }
                continue
            }
            let isAccepted =
                switch found.border {
                case .nothing: true
                case .start: isAcceptedAtStart(cue)
                case .sign: isAcceptedBehindComma(cue)
                case .conjunction:
                    !isAlternative(cue, behind: found.start)
                        && (cue.weight >= Self.strong || !cue.label.isOpening || hasAsk(before: found.start))
                }
            if isAccepted { openings.append(Opening(start: found.start, border: found.border, cue: cue)) }
        }
        return openings
    }

    /// "Did it work or do I have to pay again?" is one question.
    private func isAlternative(_ cue: AskCue, behind start: Int) -> Bool {
        guard cue.label == .questionOpening, start > content.lowerBound, !text.pieces[start].has(.interrogative) else {
            return false
        }
        let word = text.pieces[start - 1]
        guard ["or", "oder", "ou", "o"].contains(text.string(word.start..<word.end).lowercased()) else { return false }
        return cues.contains { $0.label == .questionOpening && $0.weight > 0 && $0.pieces.upperBound <= start - 1 }
    }

    private func hasAsk(before index: Int) -> Bool {
        cues.contains { $0.isAsk && $0.pieces.lowerBound < index }
    }

    /// In German the verb stands first behind any subordinate clause; only a question word or mark makes it a question.
    private func isAcceptedBehindComma(_ cue: AskCue) -> Bool {
        guard text.language == "de", cue.label == .questionOpening, !hasMark else { return true }
        return cue.pieces.contains { text.pieces[$0].has(.interrogative) }
    }

    /// "Bekomme ich keine Antwort, gehe ich": a condition, not a question.
    private func isAcceptedAtStart(_ cue: AskCue) -> Bool {
        guard text.language == "de", cue.label == .questionOpening, !hasMark else { return true }
        return cue.pieces.contains { text.pieces[$0].has(.interrogative) }
            || !text.pieces[cue.pieces.upperBound..<content.upperBound].contains { $0.isSign(",") }
    }

    /// "i ordered a lamp two weeks ago can you check".
    private func isUnpunctuatedOpening(_ cue: AskCue, after last: Opening?) -> Bool {
        guard !hasPunctuation, cue.label.isOpening, cue.weight >= Self.strong else { return false }
        let isClear = cue.label == .requestOpening || text.pieces[cue.pieces.lowerBound].has(.interrogative)
        guard isClear, text.language == "en" || cue.label == .requestOpening else { return false }
        let start = last?.start ?? content.lowerBound
        guard cue.pieces.lowerBound >= start + 3 else { return false }
        let before = cues.last {
            $0.isAsk && $0.label != .questionOpening && $0.pieces.upperBound <= cue.pieces.lowerBound
        }
        return before.map { $0.pieces.upperBound + 3 < cue.pieces.lowerBound } ?? true
    }

    /// Goes back over "please", "then", …, to the place where the clause begins.
    private func border(before index: Int) -> (start: Int, border: Border)? {
        var start = index
        while start > content.lowerBound {
            let piece = text.pieces[start - 1]
            if piece.has(.conjunction) { return (start, start - 1 == content.lowerBound ? .start : .conjunction) }
            if piece.isSign("¿") { return (start - 1, .sign) }
            if isBorder(piece) { return (start, .sign) }
            guard piece.has(.filler) || piece.kind == .newline else { return nil }
            start -= 1
        }
        return (content.lowerBound, .start)
    }

    private func isBorder(_ piece: Piece) -> Bool {
        guard piece.kind == .sign else { return false }
        switch piece.value {
        case 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x2026, 0x2013, 0x2014, 0xBF, 0x2E, 0x3F, 0x21, 0x2F, 0xA1: return true
        case 0x2D: return piece.isAfterSpace
        default: return piece.value > 0x2190
        }
    }
}

extension ClauseCutter {
    /// Where clauses begin: a short subordinate clause goes with the ask behind it, other words in front are a clause of
    /// their own.
    private func startsWithLead(_ openings: [Opening]) -> [Int] {
        let starts = openings.map(\.start)
        guard let first = starts.first, first > content.lowerBound else { return [content.lowerBound] + starts }
        let lead = content.lowerBound..<first
        let commas = text.pieces[lead].count { $0.isSign(",") }
        let isSubordinate = text.pieces[content.lowerBound].has(.subordinator)
        guard isSubordinate, commas <= 1, lead.count <= Self.longestLead else { return [content.lowerBound] + starts }
        return [content.lowerBound] + starts.dropFirst().filter { $0 > first }
    }

    /// Clauses of nothing but "please" go with their neighbours, and so does what an unfinished one leads up to:
    /// "Could you tell me: where …".
    private func joined(_ starts: [Int], openings: [Opening]) -> [Int] {
        var result: [Int] = []
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] : content.upperBound
            guard let last = result.last else {
                result.append(start)
                continue
            }
            let previous = last..<start
            if start == last || isEmpty(previous) || isEmpty(start..<end) || isUnfinished(previous) { continue }
            result.append(start)
        }
        return result
    }

    private func isEmpty(_ pieces: Range<Int>) -> Bool {
        !text.pieces[pieces].contains { ($0.kind == .word || $0.kind == .link) && !$0.has(.filler) }
    }

    private func isUnfinished(_ pieces: Range<Int>) -> Bool {
        guard let cue = cues.last(where: { $0.isAsk && pieces.contains($0.pieces.lowerBound) }) else { return false }
        let rest = text.pieces[min(cue.pieces.upperBound, pieces.upperBound)..<pieces.upperBound]
        guard !rest.contains(where: { $0.has(.conjunction) || $0.isSign("?") }) else { return false }
        // "Teilen Sie mir auch mit, wann": a word or two may belong to the verb.
        let words = rest.count { $0.kind != .sign && !$0.has(.filler) }
        return words == 0 || words <= 2 && cue.label == .question
    }
}
