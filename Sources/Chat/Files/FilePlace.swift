/// Where a file is, as its message or the provider says. Not to be shown to anybody: the URL or the field may carry the
/// token.
package struct FilePlace: Hashable, Sendable {
    package var url: String
    /// The value of `Authorization` for the provider's own host; nil where it asks for none.
    package var authorization: String?
    /// What the provider says of the octets, for what comes to be held against.
    package var size: Int?
    /// 32 octets.
    package var sha256: [UInt8]?
    /// `type/subtype` in lower case.
    package var type: String?

    package init(
        url: String,
        authorization: String? = nil,
        size: Int? = nil,
        sha256: [UInt8]? = nil,
        type: String? = nil
    ) {
        self.url = url
        self.authorization = authorization
        self.size = size
        self.sha256 = sha256
        self.type = type
    }
}
