import Foundation
import MIME
import Model

/// What Postmark's inbound webhook posts (postmarkapp.com/developer/webhooks/inbound-webhook).
enum PostmarkPayload {
    static func items(of json: JSONValue) throws(UnpackError) -> [DeliveredItem] {
        if let kind = json["RecordType"]?.label, kind != "Inbound", !holdsMail(json) {
            return [.notice("Postmark tells of the event “\(kind)”.")]
        }
        let envelope = MailEnvelope(recipients: [json["OriginalRecipient"]?.text].compactMap(\.self))
        if let raw = json["RawEmail"]?.text, !raw.isEmpty {
            return [ForwardedMail.item(raw: Array(raw.utf8), envelope: envelope)]
        }
        guard holdsMail(json) || json["From"] != nil else {
            throw UnpackError("There is no mail in what Postmark sent.")
        }
        let mail = TakenApartMail(
            fields: (json["Headers"]?.list ?? []).compactMap(field),
            text: body(json["TextBody"]),
            html: body(json["HtmlBody"]),
            files: (json["Attachments"]?.list ?? []).map(file)
        )
        return [ForwardedMail.item(mail, known: known(json), envelope: envelope)]
    }

    /// The events of outgoing mail have its `From`, and some its `Content`, but none of these.
    private static func holdsMail(_ json: JSONValue) -> Bool {
        ["RawEmail", "FromFull", "TextBody", "HtmlBody", "Headers"].contains { json[$0] != nil }
    }

    private static func field(_ json: JSONValue) -> HeaderField? {
        guard let name = json["Name"]?.text, let value = json["Value"]?.label else { return nil }
        return HeaderField(name: name, value: value)
    }

    private static func body(_ text: JSONValue?) -> TakenApartMail.Body? {
        guard let text = text?.text, !text.isEmpty else { return nil }
        return TakenApartMail.Body(octets: Array(text.utf8))
    }

    private static func known(_ json: JSONValue) -> [HeaderField] {
        let from = json["FromFull"].map { mailboxes([$0]) } ?? json["From"]?.text ?? ""
        return [
            HeaderField(name: "From", value: from),
            HeaderField(name: "To", value: recipients(json, "To")),
            HeaderField(name: "Cc", value: recipients(json, "Cc")),
            HeaderField(name: "Reply-To", value: json["ReplyTo"]?.text ?? ""),
            HeaderField(name: "Subject", value: json["Subject"]?.text ?? ""),
            HeaderField(name: "Date", value: json["Date"]?.text ?? ""),
        ]
    }

    private static func recipients(_ json: JSONValue, _ name: String) -> String {
        json["\(name)Full"]?.list.map(mailboxes) ?? json[name]?.text ?? ""
    }

    /// `"Name" <address>, …`
    private static func mailboxes(_ list: [JSONValue]) -> String {
        list.compactMap { mailbox -> String? in
            guard let address = mailbox["Email"]?.text else { return nil }
            guard let name = mailbox["Name"]?.label else { return address }
            return "\"\(quoted(name))\" <\(address)>"
        }.joined(separator: ", ")
    }

    /// The contents of a quoted string (RFC 5322 §3.2.4).
    private static func quoted(_ name: String) -> String {
        let octets = name.utf8.reduce(into: [UInt8]()) { octets, octet in
            if octet == UInt8(ascii: "\\") || octet == UInt8(ascii: "\"") { octets.append(UInt8(ascii: "\\")) }
            octets.append(octet)
        }
        return String(decoding: octets, as: UTF8.self)
    }

    /// Content that is no base64 is kept as it came: a file that cannot be read is still one that was sent.
    private static func file(_ json: JSONValue) -> TakenApartMail.File {
        let content = json["Content"]?.text ?? ""
        let name = json["Name"]?.text ?? "file"
        return TakenApartMail.File(
            name: name,
            type: FileType.named(json["ContentType"]?.text) ?? FileType.of(fileName: name),
            contentID: json["ContentID"]?.label?.trimmingBrackets,
            octets: Array(Data(base64Encoded: content, options: .ignoreUnknownCharacters) ?? Data(content.utf8))
        )
    }
}
