/// A sentence without the greeting it begins with and the thanks it ends with.
struct SentenceContent {
    private static let longestGreeting = 8
    private static let longestThanks = 8

    let range: Range<Int>

    init(text: ScannedText, sentence: Range<Int>) {
        var start = sentence.lowerBound
        while let next = Self.afterGreeting(start, in: text, end: sentence.upperBound) { start = next }
        let end = Self.beforeThanks(start..<sentence.upperBound, in: text)
        range = start..<max(start, end)
    }

    /// Behind "Hi Anna," or "Thanks,"; nil where there is no greeting.
    private static func afterGreeting(_ start: Int, in text: ScannedText, end: Int) -> Int? {
        guard start < end else { return nil }
        let first = text.pieces[start]
        if first.kind == .newline || first.isSign(",") || first.isSign("!") { return start + 1 }
        if first.has(.thanks), start + 1 < end, [",", "!"].contains(where: { text.isSign($0, at: start + 1) }) {
            return start + 2
        }
        let isSalute = first.has(.salute) || first.has(.greeting) && text.has(.greeting, at: start + 1)
        guard isSalute, !first.has(.conjunction) else { return nil }
        return addressee(behind: start, in: text, end: min(end, start + longestGreeting))
    }

    /// Over further words of greeting and a name that punctuation follows.
    private static func addressee(behind start: Int, in text: ScannedText, end: Int) -> Int {
        var next = start + 1
        while next < end, text.pieces[next].has([.greeting, .title]), !text.pieces[next].has(.interrogative) {
            next += 1
        }
        var name = next
        while name < end, text.pieces[name].kind == .word { name += 1 }
        let isNamed =
            name < end
            && (text.pieces[name].kind == .newline
                || [",", "!", ":", "-", "–"].contains {
                    text.isSign($0, at: name)
                })
        let isName =
            isNamed && name <= next + 3 && !text.pieces[next..<name].contains { $0.has([.opener, .interrogative]) }
        return isName ? name + 1 : next
    }

    /// In front of ", thanks in advance" and "danke!"; the end where there are no thanks.
    private static func beforeThanks(_ range: Range<Int>, in text: ScannedText) -> Int {
        let tail = max(range.lowerBound, range.upperBound - longestThanks)..<range.upperBound
        guard let thanks = tail.first(where: { text.pieces[$0].has(.thanks) }) else { return range.upperBound }
        let rest = text.pieces[thanks + 1..<range.upperBound]
        let isClosing = rest.allSatisfy {
            $0.kind != .word || $0.has([.closing, .common, .article, .preposition]) || $0.isCapital
        }
        guard isClosing, thanks > range.lowerBound || text.language != "fr" else { return range.upperBound }
        var end = thanks
        while end > range.lowerBound, isLeadIn(text.pieces[end - 1]) { end -= 1 }
        return end
    }

    private static func isLeadIn(_ piece: Piece) -> Bool {
        if piece.kind == .newline || piece.has(.closing) { return true }
        guard piece.kind == .sign || piece.has(.conjunction) else { return false }
        return !piece.isSign("?") && !piece.isSign(".") && !piece.isSign(")") && !piece.isSign("\"")
    }
}
