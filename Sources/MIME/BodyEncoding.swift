import CGMime

/// A text body in the transfer encoding that fits it (RFC 2045 §6), with CR LF line endings.
struct BodyEncoding {
    /// The value of `Content-Transfer-Encoding`.
    private(set) var name: String
    private(set) var octets: [UInt8]

    private static let longestLine = 76

    /// Plain where the text is ASCII in short lines; base64 where most of it is not ASCII; quoted-printable otherwise.
    init(_ text: String) {
        let lines = Array(PlainText.cleaned(text).utf8)
        let high = lines.count { $0 >= 0x80 }
        if high == 0, Self.isShort(lines) {
            name = "7bit"
            octets = Self.withNetworkLineEnds(lines)
        } else if high * 3 > lines.count {
            name = "base64"
            octets = Self.withNetworkLineEnds(Self.run(GMIME_CONTENT_ENCODING_BASE64, Self.withNetworkLineEnds(lines)))
        } else {
            name = "quoted-printable"
            octets = Self.withNetworkLineEnds(Self.run(GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, lines))
        }
    }

    /// In one line.
    static func base64(_ octets: [UInt8]) -> String {
        String(decoding: run(GMIME_CONTENT_ENCODING_BASE64, octets).filter { $0 != ASCII.lineFeed }, as: UTF8.self)
    }

    /// In lines of 76 characters that end in CR LF.
    static func base64Lines(_ octets: [UInt8]) -> [UInt8] {
        withNetworkLineEnds(run(GMIME_CONTENT_ENCODING_BASE64, octets))
    }

    /// Spaces at the end of a line may get lost on the way, and so may a line that begins with `From `.
    private static func isShort(_ lines: [UInt8]) -> Bool {
        lines.split(separator: ASCII.lineFeed).allSatisfy { line in
            line.count <= longestLine && line.last != ASCII.space && line.last != ASCII.tab
                && !line.starts(with: Array("From ".utf8))
        }
    }

    private static func withNetworkLineEnds(_ lines: [UInt8]) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(lines.count + lines.count / 32)
        for octet in lines {
            if octet == ASCII.lineFeed { octets.append(ASCII.carriageReturn) }
            octets.append(octet)
        }
        return octets
    }

    private static func run(_ encoding: GMimeContentEncoding, _ input: [UInt8]) -> [UInt8] {
        var state = GMimeEncoding()
        g_mime_encoding_init_encode(&state, encoding)
        return [UInt8](unsafeUninitializedCapacity: input.count * 4 + 256) { room, count in
            input.withUnsafeBytes { source in
                count = g_mime_encoding_flush(
                    &state,
                    source.baseAddress?.assumingMemoryBound(to: CChar.self),
                    source.count,
                    UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
                )
            }
        }
    }
}
