import MIME
import Model

/// What SendGrid's Inbound Parse posts
/// (www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook).
enum SendGridPayload {
    static func items(of form: FormBody) throws(UnpackError) -> [DeliveredItem] {
        let envelope = envelope(form)
        let stated = StatedAuthentication.sendgrid(form, sender: envelope.sender)
        if let raw = form.field("email")?.bytes, !raw.isEmpty {
            return [ForwardedMail.item(raw: Array(raw), envelope: envelope, stated: stated)]
        }
        guard ["headers", "from", "text", "html"].contains(where: { form[$0] != nil }) else {
            throw UnpackError("There is no mail in what SendGrid sent.")
        }
        let charsets = form.json("charsets")
        let mail = TakenApartMail(
            fields: HeaderLines.fields(of: form["headers"] ?? ""),
            text: body(form.field("text"), charsets?["text"]),
            html: body(form.field("html"), charsets?["html"]),
            files: files(form)
        )
        return [ForwardedMail.item(mail, known: known(form), envelope: envelope, stated: stated)]
    }

    /// `{"to": ["us@shop.example"], "from": "customer@mail.example"}`
    private static func envelope(_ form: FormBody) -> MailEnvelope {
        guard let json = form.json("envelope") else { return MailEnvelope() }
        let recipients = (json["to"]?.list ?? [json["to"] ?? .null]).compactMap(\.text)
        return MailEnvelope(sender: json["from"]?.text, recipients: recipients)
    }

    private static func body(_ field: FormField?, _ charset: JSONValue?) -> TakenApartMail.Body? {
        field.map { TakenApartMail.Body(octets: Array($0.bytes), charset: charset?.text ?? "utf-8") }
    }

    private static func known(_ form: FormBody) -> [HeaderField] {
        ["From", "To", "Cc", "Subject"].compactMap { name in
            form[name.lowercased()].map { HeaderField(name: name, value: $0) }
        }
    }

    /// `attachment1`, …; what is known of them is in a map from field to description.
    private static func files(_ form: FormBody) -> [TakenApartMail.File] {
        let info = form.json("attachment-info")
        return form.files.map { field in
            let about = info?[field.name]
            var file = field.mailFile(contentID: about?["content-id"]?.text)
            if let name = (about?["filename"] ?? about?["name"])?.text { file.name = name }
            if let type = FileType.named(about?["type"]?.text) { file.type = type }
            return file
        }
    }
}

/// A header as it stood in a mail (RFC 5322 §2.2), its lines joined.
enum HeaderLines {
    private static let most = 2_000

    static func fields(of text: String) -> [HeaderField] {
        var fields: [HeaderField] = []
        for line in text.utf8.split(separator: 0x0A).prefix(most * 10) {
            guard let first = line.first else { continue }
            if first == 0x20 || first == 0x09 {
                if !fields.isEmpty { fields[fields.count - 1].value += " " + Self.trimmed(line) }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), fields.count < most {
                let name = trimmed(line[..<colon])
                fields.append(HeaderField(name: name, value: trimmed(line[line.index(after: colon)...])))
            }
        }
        return fields
    }

    private static func trimmed(_ octets: Substring.UTF8View) -> String {
        let isSpace = { (octet: UInt8) in octet == 0x20 || octet == 0x09 || octet == 0x0D }
        let start = octets.drop(while: isSpace)
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(Substring(start[...last]))
    }
}
