/// Cuts an mbox (RFC 4155) into messages as its bytes come in; a file that does not begin with `From ` is one message.
///
/// A message begins at a `From ` line that stands at the beginning or after an empty line. Where the first such line
/// has a time of day, as nearly all have, the others must too: some programs leave `From here on` in a text unquoted.
/// `>From ` loses one `>` (the mboxrd form), but only in an mbox.
struct MboxSplitter {
    private enum Form {
        case unknown
        case single
        case mbox(separatorsHaveTime: Bool)
    }

    private var form = Form.unknown
    private var message: [UInt8] = []
    private var line: [UInt8] = []
    private var isAfterEmptyLine = true

    private static let newline = UInt8(ascii: "\n")
    private static let from = Array("From ".utf8)

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
        let complete = line.isEmpty ? nil : endLine()
        return complete ?? takeMessage()
    }

    private mutating func endLine() -> [UInt8]? {
        defer { line.removeAll(keepingCapacity: true) }
        if case .unknown = form { form = Self.form(firstLine: line) }
        guard case .mbox(let separatorsHaveTime) = form else {
            message += line
            return nil
        }
        defer { isAfterEmptyLine = line.allSatisfy { $0 == Self.newline || $0 == UInt8(ascii: "\r") } }
        if isAfterEmptyLine, line.starts(with: Self.from), !separatorsHaveTime || Self.hasTime(line) {
            return takeMessage()
        }
        message += isQuotedFrom ? line[1...] : line[...]
        return nil
    }

    private static func form(firstLine: [UInt8]) -> Form {
        firstLine.starts(with: from) ? .mbox(separatorsHaveTime: hasTime(firstLine)) : .single
    }

    /// Whether the line has something like 10:45 in it.
    private static func hasTime(_ line: [UInt8]) -> Bool {
        let isDigit = line.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return line.indices.dropFirst(2).dropLast(2).contains { index in
            line[index] == UInt8(ascii: ":") && [-2, -1, 1, 2].allSatisfy { isDigit[index + $0] }
        }
    }

    private mutating func takeMessage() -> [UInt8]? {
        defer { message = [] }
        guard !message.isEmpty, case .mbox = form else { return message.isEmpty ? nil : message }
        let whole = withoutSeparator(message)
        return whole.contains { $0 != Self.newline && $0 != UInt8(ascii: "\r") } ? whole : nil
    }

    /// The empty line before the next `From `, or at the end, belongs to the mbox and not to the message.
    private func withoutSeparator(_ message: [UInt8]) -> [UInt8] {
        if message.suffix(2).elementsEqual([Self.newline, Self.newline]) { return message.dropLast() }
        if message.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) { return message.dropLast(2) }
        return message
    }

    private var isQuotedFrom: Bool {
        let rest = line.drop { $0 == UInt8(ascii: ">") }
        return rest.count < line.count && rest.starts(with: Self.from)
    }
}
