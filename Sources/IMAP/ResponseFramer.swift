/// Cuts the byte stream into responses, in time linear in the bytes whatever the chunks.
///
/// A line is looked through once, however often more of it arrives. The bytes of a literal are copied once, from the
/// chunk to an array of the announced size. A line ends with CRLF; LF alone is taken too.
struct ResponseFramer: Sendable {
    let limits: ResponseLimits
    private var buffer: [UInt8] = []
    /// Where the unread bytes of `buffer` start.
    private var head = 0
    /// Up to where `buffer` is known to hold no line end.
    private var scanned = 0
    private var frame = Frame()
    private var literal: IncomingLiteral?
    /// Literal bytes that `frame` holds.
    private var held = 0

    init(limits: ResponseLimits) { self.limits = limits }

    /// Takes what was received.
    mutating func append(_ bytes: [UInt8]) {
        if head == buffer.count {
            buffer = bytes
        } else {
            buffer.removeSubrange(..<head)
            buffer.append(contentsOf: bytes)
        }
        scanned -= head
        head = 0
    }

    /// The next whole response, or nil when more bytes are needed.
    mutating func next() throws(IMAPError) -> Frame? {
        while true {
            if literal != nil {
                guard fillLiteral() else { return nil }
            }
            guard let line = try nextLine() else { return nil }
            frame.text.append(contentsOf: line)
            guard try !opensLiteral(line) else { continue }
            return takeFrame()
        }
    }

    /// The next line without its end.
    private mutating func nextLine() throws(IMAPError) -> ArraySlice<UInt8>? {
        let end = lineEnd()
        let room = limits.text - frame.text.count
        guard (end ?? buffer.count) - head <= room else { throw .lineTooLong(limit: limits.text) }
        guard let end else { return nil }
        let hasReturn = end > head && buffer[end - 1] == UInt8(ascii: "\r")
        let line = buffer[head..<(hasReturn ? end - 1 : end)]
        head = end + 1
        scanned = head
        return line
    }

    private mutating func lineEnd() -> Int? {
        let found = buffer.withUnsafeBufferPointer { bytes in
            bytes[scanned...].firstIndex(of: UInt8(ascii: "\n"))
        }
        scanned = found ?? buffer.count
        return found
    }

    private mutating func opensLiteral(_ line: ArraySlice<UInt8>) throws(IMAPError) -> Bool {
        guard let size = LiteralAnnouncement.size(atEndOf: line) else { return false }
        guard !frame.insertions.isEmpty || LiteralAnnouncement.areAllowed(in: frame.text) else { return false }
        guard size <= ResponseLimits.skippable else { throw .literalTooLarge(limit: ResponseLimits.skippable) }
        literal = IncomingLiteral(size: size, isKept: size <= limits.literals - held)
        return true
    }

    /// Moves bytes to the literal; whether it is now complete.
    private mutating func fillLiteral() -> Bool {
        head += literal?.take(from: buffer[head...]) ?? 0
        scanned = head
        guard let whole = literal?.complete else { return false }
        if case .bytes(let bytes) = whole { held += bytes.count }
        frame.insertions.append(Frame.Insertion(offset: frame.text.count, literal: whole))
        literal = nil
        return true
    }

    private mutating func takeFrame() -> Frame {
        held = 0
        defer { frame = Frame() }
        return frame
    }
}
