/// How a shop writes its order numbers: a mask that people can read.
///
/// - `#` is a digit, `@` a letter, `*` a letter or a digit.
/// - `{5}`, `{5,9}` and `{5,}` behind one of them say how many; without it, one.
/// - `?` behind anything makes it optional.
/// - Everything else is itself, letters without regard to case; `\` before a sign takes it as it stands.
/// - `<order>` at the beginning asks for a word such as "order", "Bestellung", "commande" or "pedido", or a `#`, near
///   the number: for masks that other numbers fit too.
///
/// `@@-#{6}` fits `AB-123456`; `<order> #{5,9}` fits 12345 in "my order 12345".
package struct OrderIDPattern: Hashable, Sendable {
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case empty
        /// The mask could match a text without any digit.
        case withoutDigit
        /// `{`, `?` or `\` where there is nothing for it to be about, or a count that is none.
        case malformed(at: Int)
        /// Longer than `longest` characters.
        case tooLong

        package var description: String {
            switch self {
            case .empty: "the mask is empty: write # for a digit and @ for a letter, such as @@-######"
            case .withoutDigit: "the mask needs at least one # for a digit"
            case .malformed(let place):
                "character \(place + 1) of the mask is not understood: counts are {5}, {5,9} or {5,}"
            case .tooLong: "the mask fits numbers of more than \(OrderIDPattern.longest) characters"
            }
        }
    }

    struct Item: Hashable, Sendable {
        enum Member: Hashable, Sendable {
            case digit
            case letter
            case either
            /// ASCII, in lower case.
            case literal(UInt8)
        }

        var member: Member
        var counts: ClosedRange<Int>
    }

    /// An id is no longer than this.
    static let longest = 40

    /// As it was written.
    package let mask: String
    package let needsOrderWord: Bool
    let items: [Item]

    package init(_ mask: String) throws(Fault) {
        var parser = MaskParser(mask)
        try parser.run()
        self.mask = mask
        needsOrderWord = parser.needsOrderWord
        items = parser.items
    }

    /// What most shops' numbers look like.
    package static let defaults: [Self] = [
        "#{3}-#{7}-#{7}", "@{1,4}-#{5,12}", "@{2,4}-#{4}-#{3,9}", "<order> #{4,18}", "<order> @{1,4}#{4,12}",
        "<order> @{1,4}-#{3,12}", "<order> #{2,8}-#{2,12}", "<order> @{1,4}-#{2,6}-#{2,12}",
        "<order> #{2,6}@{1,3}#{2,8}", "<order> @{1,4}_#{3,12}", "<order> @{1,4}#{1,4}-#{3,9}",
        // Every mask here is one that the tests take.
    ].compactMap { try? Self($0) }
}

extension OrderIDPattern {
    /// Where the longest match that begins at `start` ends; nil where there is none. It looks at most `longest` bytes ahead.
    func end(in bytes: [UInt8], from start: Int) -> Int? {
        // Bit n: the items so far fit the first n bytes.
        var ends: UInt64 = 1
        let limit = min(bytes.count - start, Self.longest)
        for item in items {
            ends = Self.extended(ends, by: item, bytes, start, limit)
            if ends == 0 { return nil }
        }
        while ends != 0 {
            let length = 63 - ends.leadingZeroBitCount
            if Self.isBorder(bytes, start + length) { return start + length }
            ends &= ~(1 << UInt64(length))
        }
        return nil
    }

    private static func extended(
        _ ends: UInt64,
        by item: Item,
        _ bytes: [UInt8],
        _ start: Int,
        _ limit: Int
    ) -> UInt64 {
        var result: UInt64 = item.counts.lowerBound == 0 ? ends : 0
        var reached = ends
        for count in 1...max(1, item.counts.upperBound) {
            var next: UInt64 = 0
            var left = reached
            while left != 0 {
                let offset = left.trailingZeroBitCount
                left &= left - 1
                if offset < limit, item.member.fits(bytes[start + offset]) { next |= 1 << UInt64(offset + 1) }
            }
            reached = next
            if reached == 0 { break }
            if item.counts.contains(count) { result |= reached }
        }
        return result
    }

    /// No letter or digit follows, nor a sign that goes on to one.
    private static func isBorder(_ bytes: [UInt8], _ end: Int) -> Bool {
        guard end < bytes.count else { return true }
        if isLetterOrDigit(bytes[end]) { return false }
        guard [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_")].contains(bytes[end]) else { return true }
        return end + 1 >= bytes.count || !isLetterOrDigit(bytes[end + 1])
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        Item.Member.either.fits(byte) || byte >= 0xC3
    }
}

extension OrderIDPattern.Item.Member {
    func fits(_ byte: UInt8) -> Bool {
        let isDigit = (0x30...0x39).contains(byte)
        let isLetter = (0x61...0x7A).contains(byte | 0x20)
        return switch self {
        case .digit: isDigit
        case .letter: isLetter
        case .either: isDigit || isLetter
        case .literal(let wanted): byte == wanted || isLetter && byte | 0x20 == wanted
        }
    }
}
