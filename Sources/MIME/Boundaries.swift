/// The boundaries of the multiparts that are open at some point of a message, the innermost last (RFC 2046 §5.1.1).
struct Boundaries {
    /// A line that separates or ends parts.
    struct Delimiter {
        /// Which open multipart it belongs to, counted from the outermost.
        var level: Int
        var isClose: Bool
        var start: Int
        /// The first octet after its line.
        var next: Int
    }

    private struct Open {
        var text: Octets
        /// Boundaries of multiparts within this one that its own delimiter cut off.
        var orphans: [Octets] = []
        var isClosed = false
    }

    /// A boundary has 70 octets at most; programs have been seen to write somewhat more.
    static let longest = 250
    private static let mostOrphans = 8

    private var open: [Open] = []

    var count: Int { open.count }

    mutating func push(_ boundary: Octets) {
        open.append(Open(text: boundary))
    }

    mutating func replaceLast(_ boundary: Octets) {
        open[open.count - 1].text = boundary
    }

    /// After its closing delimiter a boundary counts only where a part's header follows, as some programs append one.
    mutating func close(level: Int) {
        open[level].isClosed = true
    }

    /// A part follows after all.
    mutating func reopen(level: Int) {
        open[level].isClosed = false
    }

    /// - Parameter delimiter: what ended the innermost multipart; where it is not its own closing delimiter, further
    ///   parts of it may follow in the multipart that cut it off.
    mutating func pop(endedBy delimiter: Delimiter?) {
        guard let ended = open.popLast(), !ended.isClosed, let level = delimiter?.level, level < open.count else {
            return
        }
        if open[level].orphans.count < Self.mostOrphans { open[level].orphans.append(ended.text) }
    }

    /// What the line that begins at `start` with two hyphens delimits; nil where it is but text.
    func delimiter(at start: Int, in message: Octets) -> Delimiter? {
        guard !open.isEmpty else { return nil }
        let line = HeaderBlock.line(message, at: start)
        guard line.content.count <= Self.longest + 100 else { return nil }
        let text = line.content.dropFirst(2).trimmed()
        for level in open.indices.reversed() {
            guard let isClose = matches(open[level], text, message, next: line.next) else { continue }
            return Delimiter(level: level, isClose: isClose, start: start, next: line.next)
        }
        return nil
    }

    /// Whether this is a closing delimiter of that multipart; nil where it is none at all.
    private func matches(_ open: Open, _ text: Octets, _ message: Octets, next: Int) -> Bool? {
        if text.elementsEqual(open.text) { return open.isClosed && !Self.isField(message, next) ? nil : false }
        if text.count == open.text.count + 2, text.starts(with: open.text), text.hasHyphens(at: text.endIndex - 2) {
            return open.isClosed ? nil : true
        }
        guard !open.orphans.isEmpty, Self.isField(message, next) else { return nil }
        return open.orphans.contains { $0.elementsEqual(text) } ? false : nil
    }

    private static func isField(_ message: Octets, _ position: Int) -> Bool {
        message[min(position, message.endIndex)...].starts(withWord: "content-")
    }

    /// Where a closing delimiter begins that stands at the end of a text without a line of its own.
    func gluedClose(in text: Octets) -> Int? {
        let trimmed = text.trimmed()
        guard trimmed.count > 4, trimmed.hasHyphens(at: trimmed.endIndex - 2) else { return nil }
        for boundary in open.reversed() where !boundary.isClosed {
            let start = trimmed.endIndex - boundary.text.count - 4
            guard start >= trimmed.startIndex, trimmed.hasHyphens(at: start) else { continue }
            if trimmed[(start + 2)...].starts(with: boundary.text) { return start }
        }
        return nil
    }
}
