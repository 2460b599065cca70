/// How customers' mail programs write what is not ASCII.
enum MailEncoding {
    /// One line of text in quoted-printable with soft line breaks (RFC 2045 §6.7).
    static func quotedPrintable(_ line: String) -> String {
        var (result, width) = ("", 0)
        let octets = Array(line.utf8)
        for (place, octet) in octets.enumerated() {
            let isLastBlank = octet == 0x20 && place == octets.count - 1
            let isBare = (0x20...0x7E).contains(octet) && octet != UInt8(ascii: "=") && !isLastBlank
            let piece = isBare ? String(UnicodeScalar(octet)) : escaped(octet)
            if width + piece.utf8.count > 75 { (result, width) = (result + "=\r\n", 0) }
            result += piece
            width += piece.utf8.count
        }
        return result
    }

    /// A short header value as an encoded word (RFC 2047), or as it is where it is ASCII.
    static func header(_ value: String) -> String {
        guard !value.utf8.allSatisfy({ $0 < 0x80 }) else { return value }
        return "=?UTF-8?Q?\(value.utf8.map(escapedInWord).joined())?="
    }

    private static func escapedInWord(_ octet: UInt8) -> String {
        let scalar = UnicodeScalar(octet)
        return octet < 0x80 && scalar.properties.isAlphabetic ? String(scalar) : escaped(octet)
    }

    private static func escaped(_ octet: UInt8) -> String {
        let hex = String(octet, radix: 16, uppercase: true)
        return "=\(hex.count == 1 ? "0" : "")\(hex)"
    }
}
