/// The body of a customer's mail and the headers that describe it.
struct CustomerBody {
    let headers: [String]
    let bytes: [UInt8]

    static func text(_ bytes: [UInt8], charset: String) -> CustomerBody {
        CustomerBody(
            headers: ["Content-Type: text/plain; charset=\(charset)", "Content-Transfer-Encoding: 8bit"],
            bytes: bytes
        )
    }

    static func alternative(_ text: String, boundary: String) -> CustomerBody {
        let paragraphs = text.split(separator: "\r\n").map { "<p>\($0)</p>" }.joined(separator: "\r\n")
        let parts = [
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\(text)",
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "<html><body>\r\n\(paragraphs)\r\n</body></html>\r\n",
        ]
        return multipart("alternative", parts, boundary)
    }

    /// A text and a picture of 4 to 40 KB, which is noise behind a JPEG's first bytes.
    static func attachment(_ text: String, boundary: String, random: inout Seed) -> CustomerBody {
        var picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
        for _ in 0..<Int.random(in: 4_000...40_000, using: &random) {
            picture.append(UInt8(truncatingIfNeeded: random.next()))
        }
        let parts = [
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\(text)",
            "Content-Type: image/jpeg; name=\"parcel.jpg\"\r\nContent-Disposition: attachment; filename=\"parcel.jpg\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n\(wrapped(base64(picture)))",
        ]
        return multipart("mixed", parts, boundary)
    }

    /// Latin 1, a question mark for what is not in it.
    static func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
    }

    private static func multipart(_ kind: String, _ parts: [String], _ boundary: String) -> CustomerBody {
        let body = parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
        return CustomerBody(
            headers: ["Content-Type: multipart/\(kind); boundary=\"\(boundary)\""],
            bytes: Array(body.utf8)
        )
    }

    private static func wrapped(_ encoded: String) -> String {
        var rest = Substring(encoded)
        var lines = ""
        while !rest.isEmpty {
            lines += rest.prefix(76) + "\r\n"
            rest = rest.dropFirst(76)
        }
        return lines
    }
}
