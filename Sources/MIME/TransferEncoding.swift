import CGMime

/// The `Content-Transfer-Encoding` of a part (RFC 2045 §6), and uuencode, which old mail names there too.
enum TransferEncoding {
    case identity
    case base64
    case quotedPrintable
    case uuencode

    /// Unknown and missing names mean identity: nothing is lost, a person can still look at it.
    init(field: Octets?) {
        let name = field.map {
            String(token: $0.trimmed().prefix { $0.isLetter || $0.isDigit || $0 == UInt8.ascii("-") })
        }
        switch name {
        case "base64": self = .base64
        case "quoted-printable": self = .quotedPrintable
        case "x-uuencode", "uuencode", "x-uue": self = .uuencode
        default: self = .identity
        }
    }

    func decode(_ body: Octets) -> Octets {
        switch self {
        case .identity: body
        case .base64: Base64.decode(body)[...]
        case .quotedPrintable: Self.run(GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, body)
        case .uuencode: Self.run(GMIME_CONTENT_ENCODING_UUENCODE, Self.afterBegin(body))
        }
    }

    func decodedCount(_ body: Octets) -> Int {
        switch self {
        case .identity: body.count
        case .base64: Base64.decodedCount(body)
        case .quotedPrintable, .uuencode: decode(body).count
        }
    }

    /// GMime's decoder wants the lines after `begin 644 name`.
    private static func afterBegin(_ body: Octets) -> Octets {
        var position = body.startIndex
        while position < body.endIndex {
            let line = HeaderBlock.line(body, at: position)
            if line.content.starts(withWord: "begin ") { return body[line.next...] }
            position = line.next
        }
        return body
    }

    private static func run(_ encoding: GMimeContentEncoding, _ body: Octets) -> Octets {
        var state = GMimeEncoding()
        g_mime_encoding_init_decode(&state, encoding)
        let octets = [UInt8](unsafeUninitializedCapacity: body.count + 128) { room, count in
            body.withUnsafeBytes { source in
                count = g_mime_encoding_flush(
                    &state,
                    source.baseAddress?.assumingMemoryBound(to: CChar.self),
                    source.count,
                    UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
                )
            }
        }
        return octets[...]
    }
}
