/// The header fields of a quoted message written out as text: From, Sent, To, Subject in the writer's language.
struct QuotedHeaderBlock {
    private var kinds: Set<HeaderLabel> = []
    private var hasAddress = false
    private var hasTime = false
    private var hasTimeOfDay = false
    /// Weekday, day, year, and a time to the second or with its zone: nobody types it.
    private var hasMachineDate = false
    private var hasAddressedRecipient = false

    private static let longest = 16

    /// The line after the last field of the block that begins at `index`; nil where none does.
    /// - Parameter isAnnounced: whether a separator stands above; then fewer fields suffice.
    static func end(in lines: MessageLines, at index: Int, isAnnounced: Bool) -> Int? {
        var fruitless = 0
        return end(in: lines, at: index, isAnnounced: isAnnounced, fruitless: &fruitless)
    }

    /// - Parameter fruitless: lines above it are known to begin no block, and are not tried again: what they hold was
    ///   looked at with more around it.
    static func end(in lines: MessageLines, at index: Int, isAnnounced: Bool, fruitless: inout Int) -> Int? {
        guard index < lines.count, index >= fruitless, !lines[index].isQuoted,
            HeaderLabel.at(index, in: lines) != nil
        else { return nil }
        var block = Self()
        var end = index
        var misses = 0
        // Bounded: long lists of recipients may wrap, but a block has few fields.
        for current in index..<min(index + longest, lines.count) where misses < 3 && !lines[current].isQuoted {
            if block.take(lines, current) {
                end = current + 1
                misses = 0
            } else {
                misses += lines[current].isBlank ? (lines[current - 1].isBlank ? 3 : 0) : 1
            }
        }
        if block.isComplete(isAnnounced: isAnnounced) { return end }
        fruitless = min(end, index + longest / 2)
        return nil
    }

    private mutating func take(_ lines: MessageLines, _ index: Int) -> Bool {
        guard let (kind, value) = HeaderLabel.at(index, in: lines) else { return false }
        let line = value..<max(value, Int(lines[index].textEnd))
        let following = kind == .from ? HeaderLabel.following(value, on: index, in: lines) : []
        guard let first = following.first else {
            take(kind, line, lines)
            return true
        }
        take(kind, value..<first.value.lowerBound, lines)
        for field in following { take(field.label, field.value, lines) }
        return true
    }

    private mutating func take(_ kind: HeaderLabel, _ value: Range<Int>, _ lines: MessageLines) {
        let hasAt = lines.octets[value].contains(UInt8(ascii: "@"))
        hasAddress = hasAddress || hasAt
        if kind == .to { hasAddressedRecipient = hasAddressedRecipient || hasAt }
        if kind == .date {
            var scanner = WordScanner()
            scanner.scan(lines.octets, value)
            note(scanner.words)
        }
        kinds.insert(kind)
    }

    private mutating func note(_ words: [Word]) {
        let date = DateEvidence(words)
        hasTime = hasTime || date.hasTime || date.hasDate
        hasTimeOfDay = hasTimeOfDay || date.hasTime
        let numbers = words.filter(\.isNumber)
        let hasZone = words.last.map { $0.isNumber && $0.length == 4 } == true
        hasMachineDate = hasMachineDate || date.hasTime && date.hasDate && numbers.count >= 5 && hasZone
    }

    /// "From: Berlin, To: Paris, Date: Friday" is a customer's journey, not a mail: an address is asked for, or a subject
    /// and a time of day.
    private func isComplete(isAnnounced: Bool) -> Bool {
        if isAnnounced, kinds.count >= 2 { return true }
        guard kinds.contains(.from) else { return hasMachineDate && hasAddressedRecipient }
        if hasAddress, hasTime { return true }
        return kinds.count >= 3 && (hasAddress || hasTimeOfDay && kinds.isSuperset(of: [.date, .subject]))
    }
}
