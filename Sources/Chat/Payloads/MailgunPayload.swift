import MIME
import Model

/// What Mailgun's routes forward (documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http).
enum MailgunPayload {
    static func items(of request: ReceivedRequest) throws(UnpackError) -> [DeliveredItem] {
        let type = request.fields.values(of: "Content-Type").first ?? ""
        if type.lowercased().beginsWithOctets(of: "application/json") {
            let kind = try DeliveryUnpacker.json(request)["event-data", "event"]?.label ?? "?"
            return [.notice("Mailgun tells of the event “\(kind)”.")]
        }
        let form = try FormBody(request)
        let envelope = MailEnvelope(sender: form["sender"], recipients: form["recipient"].map { [$0] } ?? [])
        if let raw = form.field("body-mime").map({ Array($0.bytes) }), !raw.isEmpty {
            let stated = StatedAuthentication.mailgun(ForwardedMail.header(of: raw).fields, sender: form["sender"])
            return [ForwardedMail.item(raw: raw, envelope: envelope, stated: stated)]
        }
        guard ["from", "sender", "message-headers", "body-plain", "body-html"].contains(where: { form[$0] != nil })
        else {
            throw UnpackError("There is no mail in what Mailgun sent.")
        }
        let mail = TakenApartMail(
            fields: fields(form),
            text: form.field("body-plain").map { TakenApartMail.Body(octets: Array($0.bytes)) },
            html: form.field("body-html").map { TakenApartMail.Body(octets: Array($0.bytes)) },
            files: files(form)
        )
        let stated = StatedAuthentication.mailgun(mail.fields, sender: form["sender"])
        return [ForwardedMail.item(mail, known: known(form), envelope: envelope, stated: stated)]
    }

    /// A JSON list of pairs, in the order of the mail.
    private static func fields(_ form: FormBody) -> [HeaderField] {
        guard let list = form.json("message-headers")?.list else { return [] }
        return list.compactMap { pair in
            guard let pair = pair.list, pair.count == 2, let name = pair[0].text, let value = pair[1].label else {
                return nil
            }
            return HeaderField(name: name, value: value)
        }
    }

    private static func known(_ form: FormBody) -> [HeaderField] {
        [("From", "from"), ("To", "recipient"), ("Subject", "subject")].compactMap { name, field in
            form[field].map { HeaderField(name: name, value: $0) }
        }
    }

    /// `attachment-1`, …; which of them the HTML shows is in a map from Content-ID to field.
    private static func files(_ form: FormBody) -> [TakenApartMail.File] {
        var identifiers: [String: String] = [:]
        for (identifier, field) in form.json("content-id-map")?.members ?? [:] {
            if let field = field.text { identifiers[field] = identifier }
        }
        return form.files.map { $0.mailFile(contentID: identifiers[$0.name]) }
    }
}

extension FormBody {
    /// The JSON in a field; nil where there is none.
    func json(_ name: String) -> JSONValue? {
        guard let bytes = field(name)?.bytes else { return nil }
        return try? JSONValue(parsing: Array(bytes))
    }
}

extension FormField {
    func mailFile(contentID: String? = nil) -> TakenApartMail.File {
        TakenApartMail.File(
            name: fileName ?? name,
            type: FileType.named(contentType) ?? FileType.of(fileName: fileName ?? ""),
            contentID: contentID?.trimmingBrackets,
            octets: Array(bytes)
        )
    }
}

extension String {
    /// Without the angle brackets of an identifier.
    var trimmingBrackets: String {
        guard utf8.first == UInt8(ascii: "<"), utf8.last == UInt8(ascii: ">"), utf8.count > 2 else { return self }
        return String(Substring(utf8.dropFirst().dropLast()))
    }
}
