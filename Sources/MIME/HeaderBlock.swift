/// The header section of a message or part, split into fields but not decoded (RFC 5322 §2.2), and where it ends.
///
/// Lines end with LF or CR LF. A line that is no field is skipped if a field follows it, and otherwise begins the body,
/// so that a message without any header keeps all of its text.
struct HeaderBlock {
    struct Field {
        var name: Octets
        /// Still folded, without the last line ending.
        var value: Octets

        /// `name` must be lower case.
        func isNamed(_ name: StaticString) -> Bool {
            self.name.count == name.utf8CodeUnitCount && self.name.starts(withWord: name)
        }
    }

    private(set) var fields: [Field] = []
    /// The first octet of the body.
    private(set) var bodyStart: Int

    /// - Parameters:
    ///   - isWhole: true for a message's own header, where an mbox `From ` line and blank lines may come first.
    ///   - boundaries: of the multiparts around it, whose delimiters end a header that no blank line ends.
    init(_ octets: Octets, isWhole: Bool = false, until boundaries: Boundaries = Boundaries()) {
        bodyStart = octets.startIndex
        var position = octets.startIndex
        if isWhole { position = Self.skipPreamble(octets) }
        fields.reserveCapacity(isWhole ? 24 : 4)
        scan(octets, from: position, until: boundaries)
    }

    /// The first field of that name, which must be given in lower case.
    func first(_ name: StaticString) -> Octets? {
        fields.first { $0.isNamed(name) }?.value
    }

    /// What can be read of the first field of that name that can be read; `name` must be lower case.
    func first<Value>(_ name: StaticString, reading read: (Octets) -> Value?) -> Value? {
        for field in fields where field.isNamed(name) {
            if let value = read(field.value) { return value }
        }
        return nil
    }

    func all(_ name: StaticString) -> [Octets] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }

    private mutating func scan(_ octets: Octets, from start: Int, until boundaries: Boundaries) {
        var position = start
        while position < octets.endIndex {
            let line = Self.line(octets, at: position)
            if line.content.isEmpty {
                bodyStart = line.next
                return
            }
            if octets.hasHyphens(at: position), boundaries.delimiter(at: position, in: octets) != nil {
                bodyStart = position
                return
            }
            if let last = line.content.first, last.isBlank, !fields.isEmpty, continues(octets, line) {
                fields[fields.count - 1].value =
                    octets[fields[fields.count - 1].value.startIndex..<line.content.endIndex]
            } else if let colon = Self.colon(line.content) {
                append(octets, line.content, colon: colon)
            } else if fields.isEmpty || !Self.isField(octets, at: line.next) {
                bodyStart = position
                return
            }
            position = line.next
        }
        bodyStart = fields.isEmpty ? start : octets.endIndex
    }

    /// A line of white space alone ends the section unless a field follows.
    private func continues(_ octets: Octets, _ line: Line) -> Bool {
        line.content.contains { !$0.isBlank } || Self.isField(octets, at: line.next)
    }

    private mutating func append(_ octets: Octets, _ line: Octets, colon: Int) {
        var name = line[..<colon]
        while let last = name.last, last.isBlank { name.removeLast() }
        fields.append(Field(name: name, value: octets[(colon + 1)..<line.endIndex]))
    }

    private static func skipPreamble(_ octets: Octets) -> Int {
        var position = octets.startIndex
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
        while position < octets.endIndex {
            let line = line(octets, at: position)
            let blank = line.content.allSatisfy(\.isBlank)
            let mbox = line.content.starts(with: Array("From ".utf8)) || line.content.starts(with: Array(">From ".utf8))
            guard blank || (mbox && isField(octets, at: line.next)) else { break }
            position = line.next
        }
        return isField(octets, at: position) ? position : octets.startIndex
    }

    private static func isField(_ octets: Octets, at position: Int) -> Bool {
        position < octets.endIndex && colon(line(octets, at: position, limit: 128).content) != nil
    }
}

extension HeaderBlock {
    struct Line {
        /// Without its ending.
        var content: Octets
        var next: Int
    }

    static func line(_ octets: Octets, at start: Int, limit: Int = .max) -> Line {
        let stop = octets.endIndex - start > limit ? start + limit : octets.endIndex
        let end = octets[start..<stop].firstIndex(of: ASCII.lineFeed, from: start) ?? stop
        let hasReturn = end > start && octets[end - 1] == ASCII.carriageReturn
        return Line(
            content: octets[start..<(hasReturn ? end - 1 : end)],
            next: end < octets.endIndex ? end + 1 : end
        )
    }

    /// Where the line before the one that begins at `start` ends, without its line ending.
    static func endOfLine(before start: Int, in octets: Octets) -> Int {
        guard start > octets.startIndex, octets[start - 1] == ASCII.lineFeed else { return start }
        let end = start - 1
        return end > octets.startIndex && octets[end - 1] == ASCII.carriageReturn ? end - 1 : end
    }

    /// Where the colon of a field stands; nil for a line that is no field.
    static func colon(_ line: Octets) -> Int? {
        var index = line.startIndex
        while index < line.endIndex, (0x21...0x7E).contains(line[index]), line[index] != UInt8.ascii(":") { index += 1 }
        guard index > line.startIndex else { return nil }
        while index < line.endIndex, line[index].isBlank { index += 1 }
        return index < line.endIndex && line[index] == UInt8.ascii(":") ? index : nil
    }
}
