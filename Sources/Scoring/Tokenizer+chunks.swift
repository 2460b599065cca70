extension Tokenizer {
    /// Takes everything up to white space; `first` is what stands here.
    mutating func takeChunk(_ first: ScalarSight) {
        let start = checkpoint
        guard mayBeLink(first) || !walkPlainly() else { return }
        goBack(to: start)
        let chunk = TokenChunk(source, from: here.byte)
        guard let member = chunk.addressOrLink else { return walk(to: chunk.end, hasDigit: chunk.hasDigit) }
        walk(to: member.range.lowerBound, hasDigit: false)
        let place = here
        pass(to: member.range.upperBound)
        partFromNumber()
        append(.member(member.kind), from: place, form: form(of: member.range))
        walk(to: chunk.end, hasDigit: false)
    }

    /// "www.…" has no slash that would tell.
    private func mayBeLink(_ first: ScalarSight) -> Bool {
        first.scalar | 0x20 == 0x77 && here.byte + 4 < source.count && source[here.byte + 3] == UInt8(ascii: ".")
    }

    /// Walks to white space; false at something that asks for a look at the whole chunk.
    private mutating func walkPlainly() -> Bool {
        while here.byte < source.count {
            let sight = look(at: here.byte)
            switch sight.kind {
            case .space, .newline: return true
            case .digit: return false
            case .other where sight.scalar == 0x40 || sight.scalar == 0x2F: return false
            default: step(sight, hasDigit: false, end: source.count)
            }
        }
        return true
    }

    private mutating func walk(to end: Int, hasDigit: Bool) {
        while here.byte < end { step(look(at: here.byte), hasDigit: hasDigit, end: end) }
    }

    /// Takes what stands here.
    @inline(__always)
    private mutating func step(_ sight: ScalarSight, hasDigit: Bool, end: Int) {
        switch sight.kind {
        case .letter where !hasDigit: takeWord()
        case .letter, .digit: hasDigit ? takeRun(end: end) : pass(sight)
        default: takeSign(sight, end: end)
        }
    }

    private mutating func takeSign(_ sight: ScalarSight, end: Int) {
        let start = here
        pass(sight)
        if sight.kind == .ideograph || sight.kind == .mark || sight.kind == .emoji { partFromNumber() }
        switch sight.kind {
        case .ideograph: append(.character, from: start, form: form(of: start.byte..<here.byte))
        case .mark: append(.mark, from: start, form: SpelledOut.mark(isQuestion: sight.isQuestion))
        case .stop: if here.byte >= end || !look(at: here.byte).isLetterOrDigit { appendBoundary(at: start.scalar) }
        case .currency: takeCurrency(from: start.scalar)
        case .emoji: takeEmoji(from: start, end: end)
        default: break
        }
    }

    private mutating func takeEmoji(from start: Place, end: Int) {
        var isJoined = false
        while here.byte < end {
            let next = look(at: here.byte)
            guard isJoined || next.goesOnEmoji else { break }
            isJoined = next.scalar == ScalarSight.joiner
            pass(next)
        }
        append(.emoji, from: start, form: emojiForm(of: start.byte..<here.byte))
    }
}
