package import Model

extension Composer {
    /// Puts a mail together again: the same octets for the same pieces, linear in their length.
    ///
    /// Values of fields that are not ASCII stay UTF-8 (RFC 6532): the mail goes nowhere but to our own reading. All bodies
    /// are base64, in which no boundary can occur. A `multipart/report` stays one, since that tells that a program wrote it
    /// (RFC 6522).
    package static func reassemble(_ mail: TakenApartMail) -> [UInt8] {
        var header = HeaderWriter()
        for field in mail.fields where isRestored(field.name) { header.write(field.name, restored: field.value) }
        header.write("MIME-Version", structured: ["1.0"])
        let body = alternatives(mail)
        guard !mail.files.isEmpty || isReport(mail) else { return header.octets + body }
        var octets = header.octets + multipart(reportType(mail) ?? "multipart/mixed", "=_outer")
        octets += part(body, "=_outer")
        for file in mail.files { octets += part(entity(file), "=_outer") }
        return octets + end("=_outer")
    }

    /// Prepends trace fields that a mail does not carry yet, as the server does that delivers it (RFC 5321 §4.4).
    package static func prepend(_ fields: [HeaderField], to raw: [UInt8]) -> [UInt8] {
        var header = HeaderWriter()
        for field in fields { header.write(field.name, restored: field.value) }
        return header.octets + raw
    }

    private static func isRestored(_ name: String) -> Bool {
        let key = name.lowercased()
        let isName = (1...100).contains(key.utf8.count) && key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
        return isName && key != "mime-version" && !key.hasPrefix("content-")
    }

    /// Text and HTML as one entity, with its header.
    private static func alternatives(_ mail: TakenApartMail) -> [UInt8] {
        let text = mail.text.map { entity($0, "text/plain") }
        let html = mail.html.map { entity($0, "text/html") }
        guard let text, let html else { return text ?? html ?? entity(TakenApartMail.Body(octets: []), "text/plain") }
        return multipart("multipart/alternative", "=_inner") + part(text, "=_inner") + part(html, "=_inner")
            + end("=_inner")
    }

    private static func entity(_ body: TakenApartMail.Body, _ type: String) -> [UInt8] {
        var header = HeaderWriter()
        header.write("Content-Type", structured: ["\(type);", "charset=\(token(body.charset) ?? "utf-8")"])
        return encoded(body.octets, header)
    }

    private static func entity(_ file: TakenApartMail.File) -> [UInt8] {
        var header = HeaderWriter()
        let halves = file.type.prefix { $0 != ";" }.split(separator: "/").compactMap { token(String($0)) }
        let type = halves.count == 2 ? halves.joined(separator: "/").lowercased() : "application/octet-stream"
        let isComposite = type.hasPrefix("multipart/")
        header.write("Content-Type", structured: [isComposite ? "application/octet-stream" : type])
        let name = HeaderText.oneLine(file.name).replacing("\\", with: "_").replacing("\"", with: "'")
        let disposition = file.contentID == nil ? "attachment" : "inline"
        header.write(
            "Content-Disposition",
            restored: name.isEmpty ? disposition : "\(disposition); filename=\"\(name)\""
        )
        header.write("Content-ID", identifiers: file.contentID.map { [$0] } ?? [])
        return encoded(file.octets, header)
    }

    private static func encoded(_ octets: [UInt8], _ header: HeaderWriter) -> [UInt8] {
        var header = header
        header.write("Content-Transfer-Encoding", structured: ["base64"])
        return header.octets + lineEnd + BodyEncoding.base64Lines(octets)
    }

    private static func multipart(_ type: String, _ boundary: String) -> [UInt8] {
        var header = HeaderWriter()
        header.write("Content-Type", structured: ["\(type);", "boundary=\"\(boundary)\""])
        return header.octets + lineEnd
    }

    private static func part(_ entity: [UInt8], _ boundary: String) -> [UInt8] {
        Array("--\(boundary)\r\n".utf8) + entity + lineEnd
    }

    private static func end(_ boundary: String) -> [UInt8] {
        Array("--\(boundary)--\r\n".utf8)
    }

    private static func isReport(_ mail: TakenApartMail) -> Bool {
        reportType(mail) != nil
    }

    /// The content type of a report, with what it reports.
    private static func reportType(_ mail: TakenApartMail) -> String? {
        guard let declared = mail.fields.values(of: "Content-Type").first else { return nil }
        let type = ParameterizedValue(Array(declared.utf8)[...])
        guard type.token == "multipart/report" else { return nil }
        return "multipart/report" + (type["report-type"].flatMap(token).map { "; report-type=\($0)" } ?? "")
    }

    /// A token of RFC 2045 §5.1; nil for what is none.
    private static func token(_ text: String) -> String? {
        let isToken = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !tokenMarks.contains($0) }
        return !text.isEmpty && text.utf8.count <= 100 && isToken ? text : nil
    }

    private static let tokenMarks = Set("()<>@,;:\\\"/[]?=".utf8)
}
