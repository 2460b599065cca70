/// The header of one part of a `multipart/form-data` (RFC 7578 §4).
struct PartHeader {
    private let name: String
    private let fileName: String?
    private let contentType: String?

    init(_ lines: [ArraySlice<UInt8>]) throws(UnpackError) {
        let disposition = ParameterList(Self.value(of: "content-disposition", in: lines) ?? [])
        guard disposition.token == "form-data", let name = disposition["name"] else {
            throw UnpackError("A part of the form has no name.")
        }
        self.name = name
        fileName = disposition.extended("filename")
        contentType = Self.value(of: "content-type", in: lines).map { String(decoding: $0, as: UTF8.self) }
    }

    func field(_ bytes: ArraySlice<UInt8>) -> FormField {
        FormField(name: name, fileName: fileName, contentType: contentType, bytes: bytes)
    }

    private static func value(of name: String, in lines: [ArraySlice<UInt8>]) -> ArraySlice<UInt8>? {
        for line in lines {
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, String(decoding: parts[0], as: UTF8.self).lowercased().hasOctets(of: name) {
                return parts[1].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            }
        }
        return nil
    }
}
