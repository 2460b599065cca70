/// The announcement of a literal, which ends a line.
///
///     {11}   {11+}   ~{11}
///
/// RFC 9051 section 4.3, RFC 7888, RFC 3516 (literal8).
enum LiteralAnnouncement {
    /// The size that the end of the line announces; nil where it announces none, `Int.max` where it is past counting.
    static func size(atEndOf line: ArraySlice<UInt8>) -> Int? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        var digits = line[(open + 1)..<(line.endIndex - 1)]
        if digits.last == UInt8(ascii: "+") { digits.removeLast() }
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        return digits.count > 18 ? Int.max : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Whether a response that starts so may hold literals. Status responses, continuation requests and lines that are
    /// no response at all end in free text, where `{5}` means nothing.
    static func areAllowed(in start: [UInt8]) -> Bool {
        var reader = FrameReader(Frame(text: start))
        guard reader.skip("*") else { return false }
        return StatusResponse.Kind(rawValue: reader.atom().uppercased()) == nil
    }
}
