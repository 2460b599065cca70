/// One part of a message: what its header says of it and where its undecoded content lies in the message.
struct Part {
    enum Kind {
        case leaf
        case multipart([Part])
        /// An embedded message with its own header; `content` is the whole of it.
        case message(HeaderBlock)
    }

    var kind = Kind.leaf
    /// Lower case, `text/plain` where none can be read (RFC 2045 §5.2).
    var type: String
    var contentType: ParameterizedValue
    var disposition: ParameterizedValue
    var encoding: TransferEncoding
    /// Without angle brackets.
    var contentID: Octets?
    /// Undecoded; for a multipart all that it holds.
    var content: Octets = []
    var declaresType: Bool
    /// Made safe to show and to store; empty where none is given.
    var fileName: String

    init(header: HeaderBlock, defaultType: String = "text/plain") {
        let choice = Self.chosenType(header)
        contentType = choice ?? ParameterizedValue([])
        declaresType = choice != nil
        type = choice?.token ?? defaultType
        disposition = header.first("content-disposition").map(ParameterizedValue.init) ?? ParameterizedValue([])
        fileName = Self.name(disposition, contentType)
        encoding = TransferEncoding(field: header.first("content-transfer-encoding"))
        contentID = header.first("content-id")?.trimmed {
            $0.isWhiteSpace || $0 == UInt8.ascii("<") || $0 == UInt8.ascii(">")
        }
    }

    /// The first `Content-Type` that reads as one, and that has its boundary if it is a multipart.
    private static func chosenType(_ header: HeaderBlock) -> ParameterizedValue? {
        var sound: ParameterizedValue?
        for field in header.fields where field.isNamed("content-type") {
            let value = ParameterizedValue(field.value)
            guard value.isMediaType else { continue }
            if !value.token.hasPrefix("multipart/") || value.has("boundary") { return value }
            sound = sound ?? value
        }
        return sound
    }

    var isMultipart: Bool {
        type.hasPrefix("multipart/")
    }

    /// An embedded message that stands there as it is; an encoded one is a file until it is decoded.
    var isMessage: Bool {
        guard case .identity = encoding else { return false }
        return isMessageType
    }

    var isMessageType: Bool {
        type == "message/rfc822" || type == "message/global" || type == "message/news"
    }

    var isAttachment: Bool {
        disposition.token == "attachment"
    }
}
