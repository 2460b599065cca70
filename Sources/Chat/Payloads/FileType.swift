/// The media type of a file by what its sender says of it, else by its name.
enum FileType {
    static let unknown = "application/octet-stream"

    /// `type/subtype` in lower case, without parameters; nil where that is no media type (RFC 6838 §4.2).
    static func named(_ text: String?) -> String? {
        guard let text else { return nil }
        let octets = text.utf8.prefix(200).prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") }
        let type = String(decoding: octets, as: UTF8.self).lowercased()
        let halves = type.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, type != unknown, type.utf8.count <= 120, halves.allSatisfy(isName) else { return nil }
        return type
    }

    /// - Parameter fileName: or the address of a file.
    static func of(fileName: String) -> String {
        let octets = fileName.utf8
        guard let dot = octets.lastIndex(of: UInt8(ascii: ".")) else { return unknown }
        let ending = octets[octets.index(after: dot)...]
        return ending.count <= 10 ? types[Substring(ending).lowercased()] ?? unknown : unknown
    }

    /// The last step of the path of an address; nil where there is none.
    static func fileName(ofURL url: String) -> String? {
        let path = url.utf8.prefix { !"?#".utf8.contains($0) }.drop { $0 != UInt8(ascii: ":") }
            .drop { ":/".utf8.contains($0) }
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let name = PercentEncoding.decode(Array(path[path.index(after: slash)...])[...])
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func isName(_ half: Substring) -> Bool {
        !half.isEmpty && half.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
    }

    private static let types = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
        "heic": "image/heic", "pdf": "application/pdf", "txt": "text/plain", "csv": "text/csv", "mp4": "video/mp4",
        "mov": "video/quicktime", "mp3": "audio/mpeg", "ogg": "audio/ogg", "oga": "audio/ogg", "m4a": "audio/mp4",
        "zip": "application/zip", "html": "text/html", "htm": "text/html", "doc": "application/msword",
        "xls": "application/vnd.ms-excel",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]
}
