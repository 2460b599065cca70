/// Reads a response from left to right.
///
/// Every method skips spaces first and returns nil, or nothing, where what it looks for is not there: it never traps,
/// always ends, and never looks at a byte of a literal.
struct FrameReader {
    let frame: Frame
    private(set) var position = 0
    private var insertion = 0

    init(_ frame: Frame) { self.frame = frame }

    /// The next byte after spaces; nil at the end.
    var next: UInt8? {
        mutating get {
            while position < frame.text.count, frame.text[position] == UInt8(ascii: " ") { position += 1 }
            return position < frame.text.count ? frame.text[position] : nil
        }
    }

    /// Whether nothing but spaces is left.
    var isAtEnd: Bool {
        mutating get { next == nil }
    }

    /// Steps over the character if it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// The bytes up to what ends an atom; empty where there is none.
    mutating func atomBytes() -> ArraySlice<UInt8> {
        _ = next
        let start = position
        while position < frame.text.count, !frame.text[position].endsAtom { position += 1 }
        return frame.text[start..<position]
    }

    /// The same as text.
    mutating func atom() -> String { String(decoding: atomBytes(), as: UTF8.self) }

    /// A number; nil where none is next or it passes 64 bits.
    mutating func number() -> UInt64? {
        _ = next
        let start = position
        var value: UInt64 = 0
        while position < frame.text.count, frame.text[position].isDigit {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt64(frame.text[position] - UInt8(ascii: "0")))
            guard !overflow, !carry else { return nil }
            value = sum
            position += 1
        }
        return position > start ? value : nil
    }

    /// A number of 32 bits.
    mutating func number32() -> UInt32? { number().flatMap { UInt32(exactly: $0) } }

    /// All that is left, as text.
    mutating func rest() -> String {
        _ = next
        defer { position = frame.text.count }
        return String(decoding: frame.text[position...], as: UTF8.self)
    }

    /// A quoted string; where its end is missing, all that is left.
    mutating func quoted() -> [UInt8]? {
        guard skip("\"") else { return nil }
        var result: [UInt8] = []
        while position < frame.text.count {
            var byte = frame.text[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return result }
            if byte == UInt8(ascii: "\\"), position < frame.text.count {
                byte = frame.text[position]
                position += 1
            }
            result.append(byte)
        }
        return result
    }

    /// A literal or literal8.
    mutating func literal() -> Literal? {
        guard insertion < frame.insertions.count, next == UInt8(ascii: "{") || next == UInt8(ascii: "~") else {
            return nil
        }
        let candidate = frame.insertions[insertion]
        guard announcementEnd() == candidate.offset else { return nil }
        position = candidate.offset
        insertion += 1
        return candidate.literal
    }

    private func announcementEnd() -> Int? {
        let open = frame.text[position] == UInt8(ascii: "~") ? position + 1 : position
        guard open < frame.text.count, frame.text[open] == UInt8(ascii: "{") else { return nil }
        return frame.text[open...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 }
    }

    /// Goes on at an offset that was found by looking ahead; only where no literal lies between.
    mutating func jump(to offset: Int) { position = min(max(position, offset), frame.text.count) }

    /// Steps over one byte that fits nowhere, so that reading goes on.
    mutating func skipByte() { position = min(position + 1, frame.text.count) }
}
