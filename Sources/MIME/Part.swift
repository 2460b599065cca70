/// One part of a message: its header and where its undecoded content lies in the message.
struct Part {
    enum Kind {
        case leaf
        case multipart([Part])
        /// An embedded message, which may have been given no body.
        case message(fields: HeaderBlock, end: Int)
    }

    var kind: Kind
    /// Lower case, `text/plain` where none can be read (RFC 2045 §5.2).
    var type: String
    var contentType: ParameterizedValue
    var disposition: ParameterizedValue
    var encoding: TransferEncoding
    /// Undecoded; for a multipart without parts all that it holds.
    var content: Octets
    var declaresType: Bool

    init(kind: Kind, header: HeaderBlock, content: Octets, defaultType: String = "text/plain") {
        self.kind = kind
        self.content = content
        let choice = Self.chosenType(header)
        contentType = choice ?? ParameterizedValue([])
        declaresType = choice != nil
        type = choice?.token ?? defaultType
        disposition = ParameterizedValue(header.first("content-disposition") ?? [])
        encoding = TransferEncoding(field: header.first("content-transfer-encoding"))
    }

    /// The first `Content-Type` that reads as one, and that has its boundary if it is a multipart.
    static func chosenType(_ header: HeaderBlock) -> ParameterizedValue? {
        let values = header.all("content-type").map(ParameterizedValue.init)
        let sound = values.filter { $0.token.split(separator: "/", omittingEmptySubsequences: false).count == 2 }
        return sound.first { !$0.token.hasPrefix("multipart/") || $0["boundary"] != nil } ?? sound.first
    }

    /// The file name, made safe to show and to store; empty where none is given.
    var fileName: String {
        FileName.sanitised(disposition["filename"] ?? contentType["name"] ?? "")
    }

    var isMultipart: Bool {
        type.hasPrefix("multipart/")
    }
}

enum FileName {
    /// No path separators and no control characters; nothing else is touched.
    static func sanitised(_ name: String) -> String {
        String(
            String.UnicodeScalarView(HeaderText.oneLine(name).unicodeScalars.map { $0 == "/" || $0 == "\\" ? "_" : $0 })
        )
    }
}
