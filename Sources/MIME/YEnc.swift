/// yEnc (version 1.3), an encoding of news posts that reaches mail too.
enum YEnc {
    /// The lines between `=ybegin` and `=yend`; empty where they are missing.
    static func decode(_ body: Octets) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(body.count)
        var position = body.startIndex
        var isData = false
        while position < body.endIndex {
            let line = HeaderBlock.line(body, at: position)
            if line.content.starts(withWord: "=yend") {
                isData = false
            } else if line.content.starts(withWord: "=ybegin ") {
                isData = true
            } else if isData, !line.content.starts(withWord: "=ypart ") {
                append(line.content, to: &octets)
            }
            position = line.next
        }
        return octets
    }

    private static func append(_ line: Octets, to octets: inout [UInt8]) {
        var isEscaped = false
        for octet in line {
            if octet == UInt8.ascii("="), !isEscaped {
                isEscaped = true
            } else {
                octets.append(octet &- (isEscaped ? 106 : 42))
                isEscaped = false
            }
        }
    }
}
