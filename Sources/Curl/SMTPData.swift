/// A message as it crosses the wire after DATA.
enum SMTPData {
    static let end: [UInt8] = Array(".\r\n".utf8)

    /// Every line end becomes CRLF, the last line gets one, and a dot that begins a line is doubled (RFC 5321 §4.5.2). A
    /// lone CR or LF is a line end too, so that no server can see an end of data where this client saw none.
    static func encode(_ message: [UInt8]) -> [UInt8] {
        var wire: [UInt8] = []
        wire.reserveCapacity(message.count + message.count / 32 + 16)
        var isAtLineStart = true
        var previous: UInt8 = 0
        for byte in message {
            defer { previous = byte }
            if byte == 0x0A, previous == 0x0D { continue }
            if byte == 0x0D || byte == 0x0A {
                wire += [0x0D, 0x0A]
                isAtLineStart = true
                continue
            }
            if isAtLineStart, byte == 0x2E { wire.append(0x2E) }
            wire.append(byte)
            isAtLineStart = false
        }
        if !isAtLineStart { wire += [0x0D, 0x0A] }
        return wire
    }
}
