/// The `Content-Transfer-Encoding` of a part (RFC 2045 §6), and the older encodings that mail names there too.
enum TransferEncoding {
    case identity
    case base64
    case quotedPrintable
    case uuencode
    case yEnc

    /// Unknown and missing names mean identity: nothing is lost, a person can still look at it.
    init(field: Octets?) {
        let name = field?.trimmed().prefix { $0.isLetter || $0.isDigit || $0 == UInt8.ascii("-") || $0.isBlank }
        switch name.map({ String(token: $0.filter { $0.isLetter || $0.isDigit }) }) {
        case "base64", "b", "b64": self = .base64
        case "quotedprintable", "qp", "quoted", "q": self = .quotedPrintable
        case "xuuencode", "uuencode", "xuue", "uue": self = .uuencode
        case "xyenc", "yenc": self = .yEnc
        default: self = .identity
        }
    }

    func decode(_ body: Octets) -> Octets {
        switch self {
        case .identity: body
        case .base64: Base64.decode(body)[...]
        case .quotedPrintable: QuotedPrintable.decode(body)[...]
        case .uuencode: UUEncode.decode(body)[...]
        case .yEnc: YEnc.decode(body)[...]
        }
    }

    func decodedCount(_ body: Octets) -> Int {
        switch self {
        case .identity: body.count
        case .base64: Base64.decodedCount(body)
        case .quotedPrintable, .uuencode, .yEnc: decode(body).count
        }
    }
}
