/// Uuencode (POSIX), which old programs use as a transfer encoding or put into the text itself.
enum UUEncode {
    /// The lines between `begin 644 name` and `end`; all lines where there is no `begin`.
    static func decode(_ body: Octets) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(body.count * 3 / 4)
        var position = start(of: body)
        while position < body.endIndex {
            let line = HeaderBlock.line(body, at: position)
            if line.content.elementsEqual("end".utf8) { break }
            append(line.content, to: &octets)
            position = line.next
        }
        return octets
    }

    private static func start(of body: Octets) -> Int {
        var position = body.startIndex
        while position < body.endIndex {
            let line = HeaderBlock.line(body, at: position)
            if line.content.starts(withWord: "begin ") { return line.next }
            position = line.next
        }
        return body.startIndex
    }

    /// The first character tells how many octets the line holds.
    static func append(_ line: Octets, to octets: inout [UInt8]) {
        guard let first = line.first, (0x20...0x60).contains(first) else { return }
        var left = Int(value(first))
        var index = line.startIndex + 1
        func next() -> UInt32 {
            defer { index += 1 }
            return index < line.endIndex ? UInt32(value(line[index])) : 0
        }
        while left > 0 {
            let bits = next() << 18 | next() << 12 | next() << 6 | next()
            for shift in [16, 8, 0].prefix(left) { octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift))) }
            left -= 3
        }
    }

    private static func value(_ character: UInt8) -> UInt8 {
        (character &- 0x20) & 0x3F
    }

    /// Whether a line can be one of encoded data: as long as its first character says, give or take padding.
    static func isData(_ line: Octets) -> Bool {
        guard let first = line.first, (0x20...0x60).contains(first) else { return false }
        let characters = (Int(value(first)) + 2) / 3 * 4
        guard line.count - 1 <= characters + 2, line.count + 3 >= characters else { return false }
        return line.allSatisfy { (0x20...0x60).contains($0) }
    }
}
