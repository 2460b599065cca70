/// Bytes in, whole replies out. Bounded: a server that never ends a line or a reply is in error.
struct SMTPReplyReader: Sendable {
    /// RFC 5321 §4.5.3.1.5 allows 512 bytes a line; real servers send more.
    private static let lineLimit = 8192
    private static let lineCountLimit = 200

    private var pending: [UInt8] = []
    private var lines: [String] = []
    private(set) var lastLine: String?

    /// Whether nothing has come that belongs to no finished reply.
    var isClean: Bool { pending.isEmpty && lines.isEmpty }

    mutating func append(_ bytes: [UInt8]) {
        pending += bytes
    }

    /// The next whole reply; nil if more bytes are needed.
    mutating func next() throws(CurlError) -> SMTPReply? {
        while let end = pending.firstIndex(of: 0x0A) {
            var line = pending[..<end]
            if line.last == 0x0D { line.removeLast() }
            let text = String(decoding: line, as: UTF8.self)
            pending.removeFirst(end + 1)
            lastLine = text
            if let reply = try take(text) { return reply }
        }
        guard pending.count <= Self.lineLimit else { throw malformed("a line without end") }
        return nil
    }

    private mutating func take(_ line: String) throws(CurlError) -> SMTPReply? {
        guard let code = SMTPReply.code(ofLine: line) else { throw malformed("no reply code") }
        lines.append(String(decoding: line.utf8.dropFirst(4), as: UTF8.self))
        guard lines.count <= Self.lineCountLimit else { throw malformed("a reply without end") }
        guard line.utf8.dropFirst(3).first != 0x2D else { return nil }
        defer { lines = [] }
        return SMTPReply(code: code, lines: lines)
    }

    private func malformed(_ detail: String) -> CurlError {
        CurlError(.malformedAnswer, detail: detail, lastAnswer: lastLine)
    }
}
