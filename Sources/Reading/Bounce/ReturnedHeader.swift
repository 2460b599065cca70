/// Finds the header of a returned message within the text of a notice: a run of fields, among them some that only mail
/// has.
enum ReturnedHeader {
    private static let common: Set<String> = [
        "received", "message-id", "return-path", "from", "to", "subject", "date", "mime-version", "content-type",
        "delivered-to", "reply-to", "cc", "sender", "in-reply-to", "references", "dkim-signature", "x-mailer",
        "content-transfer-encoding", "user-agent", "x-original-to", "errors-to", "organization",
    ]
    private static let telling: Set<String> = ["received", "message-id", "return-path", "mime-version"]

    /// - Parameter heading: the line that says that a returned message follows: below it one field is enough.
    /// - Returns: the lines of the header.
    static func find(_ folded: [UInt8], _ lines: [Range<Int>], below heading: Int?) -> Range<Int>? {
        find(folded, lines, from: 0, least: 3) ?? heading.flatMap { find(folded, lines, from: $0 + 1, least: 1) }
    }

    private static func find(_ folded: [UInt8], _ lines: [Range<Int>], from start: Int, least: Int) -> Range<Int>? {
        var index = start
        while index < lines.count {
            guard name(lines[index], folded).map(common.contains) ?? false else {
                index += 1
                continue
            }
            let (end, names) = run(from: index, folded, lines)
            if names.count >= least, least == 1 || !names.isDisjoint(with: telling) { return index..<end }
            index = end
        }
        return nil
    }

    /// The fields that follow each other from a line on, and which of the common ones they are.
    private static func run(from start: Int, _ folded: [UInt8], _ lines: [Range<Int>]) -> (end: Int, names: Set<String>)
    {
        var names: Set<String> = []
        var index = start
        while index < lines.count {
            if let name = name(lines[index], folded) {
                if common.contains(name) { names.insert(name) }
            } else if lines[index].trimmed(in: folded).isEmpty || folded[lines[index].lowerBound] > 0x20 {
                break
            }
            index += 1
        }
        return (max(index, start + 1), names)
    }

    private static func name(_ line: Range<Int>, _ folded: [UInt8]) -> String? {
        let line = line.trimmed(in: folded)
        let name = folded[line].prefix(40).prefix { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
        guard name.count >= 2, name.endIndex < line.upperBound, folded[name.endIndex] == UInt8(ascii: ":") else {
            return nil
        }
        return String(decoding: name, as: UTF8.self)
    }
}
