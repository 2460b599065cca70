/// One field of a form.
package struct FormField: Hashable, Sendable {
    /// Names that are not UTF-8 are repaired.
    package var name: String
    /// As the sender wrote it, with any path; nil where the field is no file.
    package var fileName: String?
    /// The part's own `Content-Type` as it stands, with its parameters; nil where it has none, and in every field of an
    /// urlencoded form.
    package var contentType: String?
    /// Decoded. A slice of the request's body where nothing had to be decoded, so that a large file is not copied.
    package var bytes: ArraySlice<UInt8>

    package init(name: String, fileName: String? = nil, contentType: String? = nil, bytes: ArraySlice<UInt8>) {
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
        self.bytes = bytes
    }

    /// The bytes as UTF-8, repaired where they are not.
    package var text: String {
        String(decoding: bytes, as: UTF8.self)
    }
}
