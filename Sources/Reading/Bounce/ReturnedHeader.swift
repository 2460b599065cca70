/// Finds the header of a returned message within the text of a notice: a run of fields, among them some that only mail
/// has.
enum ReturnedHeader {
    private static let common: Set<String> = [
        "received", "message-id", "return-path", "from", "to", "subject", "date", "mime-version", "content-type",
        "delivered-to", "reply-to", "cc", "sender", "in-reply-to", "references", "dkim-signature", "x-mailer",
        "content-transfer-encoding", "user-agent", "x-original-to", "errors-to", "organization",
    ]
    private static let telling: Set<String> = ["received", "message-id", "return-path", "mime-version"]

    /// - Returns: the lines of the header.
    static func find(octets: [UInt8], folded: [UInt8], lines: [Range<Int>]) -> Range<Int>? {
        var index = 0
        while index < lines.count {
            guard name(lines[index], folded).map(common.contains) ?? false else {
                index += 1
                continue
            }
            let (end, names) = run(from: index, folded, lines)
            if names.count >= 3, !names.isDisjoint(with: telling) { return index..<end }
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
