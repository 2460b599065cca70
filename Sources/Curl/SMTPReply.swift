/// A server's answer (RFC 5321 §4.2): the code and the text of all its lines.
package struct SMTPReply: Hashable, Sendable, CustomStringConvertible {
    /// 200 to 599.
    package let code: Int
    /// Without codes, one entry a line; the first may begin with an enhanced status code (RFC 3463).
    package let lines: [String]

    package init(code: Int, lines: [String]) {
        self.code = code
        self.lines = lines
    }

    package var isPositive: Bool { code / 100 == 2 }
    /// 4yz: the same may go through later.
    package var isTransient: Bool { code / 100 == 4 }
    package var description: String { "\(code) \(lines.joined(separator: " "))" }

    /// The code at the start of a reply line; nil if the line has none.
    static func code(ofLine line: some StringProtocol) -> Int? {
        let digits = line.utf8.prefix(3)
        let next = line.utf8.dropFirst(3).first
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard next == nil || next == 0x20 || next == 0x2D else { return nil }
        return Int(line.prefix(3)).flatMap { (200..<600).contains($0) ? $0 : nil }
    }
}
