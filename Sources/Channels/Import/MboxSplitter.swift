/// Cuts an mbox (RFC 4155) into messages as its bytes come in; a file that does not begin with `From ` is one message.
///
/// A message begins at a `From ` line that stands at the beginning or after an empty line. `>From ` loses one `>`
/// (the mboxrd form), but only in an mbox.
struct MboxSplitter {
    private var message: [UInt8] = []
    private var line: [UInt8] = []
    private var isMbox: Bool?
    private var isAfterEmptyLine = true

    private static let newline = UInt8(ascii: "\n")

    /// Adds bytes and returns the messages that are complete.
    mutating func add(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        var complete: [[UInt8]] = []
        for byte in bytes {
            line.append(byte)
            if byte == Self.newline, let message = endLine() { complete.append(message) }
        }
        return complete
    }

    /// The last message; nil where the file was empty.
    mutating func finish() -> [UInt8]? {
        if !line.isEmpty { _ = endLine() }
        defer { message = [] }
        return message.isEmpty ? nil : message
    }

    private mutating func endLine() -> [UInt8]? {
        defer { line.removeAll(keepingCapacity: true) }
        let isMbox = self.isMbox ?? line.starts(with: Array("From ".utf8))
        self.isMbox = isMbox
        defer { isAfterEmptyLine = line.allSatisfy { $0 == Self.newline || $0 == UInt8(ascii: "\r") } }
        guard isMbox else {
            message += line
            return nil
        }
        if isAfterEmptyLine, line.starts(with: Array("From ".utf8)) {
            defer { message = [] }
            return message.isEmpty ? nil : withoutSeparator(message)
        }
        message += isQuotedFrom(line) ? Array(line.dropFirst()) : line
        return nil
    }

    /// The empty line before the next `From ` belongs to the mbox, not to the message.
    private func withoutSeparator(_ message: [UInt8]) -> [UInt8] {
        if message.suffix(2).elementsEqual([Self.newline, Self.newline]) { return message.dropLast() }
        if message.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) { return message.dropLast(2) }
        return message
    }

    private func isQuotedFrom(_ line: [UInt8]) -> Bool {
        let rest = line.drop { $0 == UInt8(ascii: ">") }
        return rest.count < line.count && rest.starts(with: Array("From ".utf8))
    }
}
