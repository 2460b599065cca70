/// The header fields of a quoted message written out as text: From, Sent, To, Subject in the writer's language.
struct QuotedHeaderBlock {
    private var kinds: Set<HeaderName.Kind> = []
    private var hasAddress = false
    private var hasTime = false

    /// The line after the last field of the block that begins at `index`; nil where none does.
    /// - Parameter isAnnounced: whether a separator stands above; then fewer fields suffice.
    static func end(in lines: [TextLine], at index: Int, isAnnounced: Bool) -> Int? {
        guard index < lines.count, !lines[index].isQuoted, HeaderName.kind(of: lines[index]) != nil else { return nil }
        var block = Self()
        var end = index
        var misses = 0
        // Bounded: long lists of recipients may wrap, but a block has few fields.
        for current in index..<min(index + 14, lines.count) where misses < 3 && !lines[current].isQuoted {
            if block.take(lines[current]) {
                end = current + 1
                misses = 0
            } else {
                misses += 1
            }
        }
        return block.isComplete(isAnnounced: isAnnounced) ? end : nil
    }

    private mutating func take(_ line: TextLine) -> Bool {
        guard let kind = HeaderName.kind(of: line) else { return false }
        hasAddress = hasAddress || line.trimmed.utf8.contains(UInt8(ascii: "@"))
        hasTime = hasTime || kind == .date && IntroductionPhrase(String(line.trimmed.prefix(100))).hasTime
        kinds.insert(kind)
        return true
    }

    /// "From: Berlin, To: Paris, Date: Friday" is a customer's journey, not a mail: an address or a subject is asked for.
    private func isComplete(isAnnounced: Bool) -> Bool {
        guard kinds.contains(.from) else { return false }
        if isAnnounced { return kinds.count >= 2 }
        if hasAddress, hasTime { return true }
        return kinds.count >= 3 && (hasAddress || kinds.isSuperset(of: [.date, .subject]))
    }
}
