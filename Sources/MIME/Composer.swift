package import Model

/// Writes a mail as octets with CR LF line endings: 7-bit clean, no line over 78 octets save where a single word is
/// longer, bodies in UTF-8.
///
/// The header is written here rather than by GMime, which picks an ISO charset per word, folds by its own measure and
/// joins what it is given to a field without asking whether a line end hides in it. Bodies are encoded by GMime.
package enum Composer {
    /// - Returns: the same octets for the same mail: the boundary is derived from the Message-ID and the content.
    package static func compose(_ mail: MailToCompose) -> [UInt8] {
        var header = HeaderWriter()
        writeFields(of: mail, to: &header)
        guard let html = mail.html else {
            let body = BodyEncoding(mail.text)
            return header.octets + partHeader("text/plain", body) + lineEnd + body.octets
        }
        let parts = [("text/plain", BodyEncoding(mail.text)), ("text/html", BodyEncoding(html))]
        let boundary = Boundary.text(for: mail.messageID, avoiding: parts.map(\.1.octets))
        header.write("Content-Type", structured: ["multipart/alternative;", "boundary=\"\(boundary)\""])
        var octets = header.octets + lineEnd
        for (type, body) in parts {
            octets += Array("--\(boundary)\r\n".utf8) + partHeader(type, body) + lineEnd + body.octets + lineEnd
        }
        return octets + Array("--\(boundary)--\r\n".utf8)
    }

    static let lineEnd: [UInt8] = [ASCII.carriageReturn, ASCII.lineFeed]

    private static func partHeader(_ type: String, _ body: BodyEncoding) -> [UInt8] {
        var header = HeaderWriter()
        header.write("Content-Type", structured: ["\(type);", "charset=utf-8"])
        header.write("Content-Transfer-Encoding", structured: [body.name])
        return header.octets
    }

    private static func writeFields(of mail: MailToCompose, to header: inout HeaderWriter) {
        header.write("Date", structured: [MailDate.text(mail.date)])
        header.write("From", addresses: [mail.from])
        header.write("Reply-To", addresses: mail.replyTo)
        header.write("To", addresses: mail.to)
        header.write("Cc", addresses: mail.cc)
        header.write("Subject", text: mail.subject)
        header.write("Message-ID", identifiers: [mail.messageID])
        header.write("In-Reply-To", identifiers: mail.inReplyTo.map { [$0] } ?? [])
        header.write("References", identifiers: trimmed(mail.references))
        for field in mail.extraFields where isFree(field.name) { header.write(field.name, text: field.value) }
        header.write("MIME-Version", structured: ["1.0"])
    }

    /// The first identifier, which names the thread, and the last ten, as RFC 5537 §3.4.4 does for long lists.
    private static func trimmed(_ references: [String]) -> [String] {
        references.count <= 11 ? references : references.prefix(1) + references.suffix(10)
    }

    /// Field names of RFC 5322 §2.2 that are not written from the mail's own values.
    private static func isFree(_ name: String) -> Bool {
        let key = name.lowercased()
        let isName =
            !key.isEmpty && key.utf8.count <= 70 && key.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A }
        return isName && !taken.contains(key) && !key.hasPrefix("content-")
    }

    private static let taken: Set<String> = [
        "date", "from", "sender", "reply-to", "to", "cc", "bcc", "subject", "message-id", "in-reply-to", "references",
        "mime-version",
    ]
}

/// The line between the parts of a multipart.
enum Boundary {
    /// A text that occurs in none of the parts; `=_` keeps it out of quoted-printable and base64 by itself (RFC 2045 §6.7).
    static func text(for messageID: String, avoiding parts: [[UInt8]]) -> String {
        var salt: UInt64 = 0
        while true {
            let text = "=_" + String(hash(messageID, salt), radix: 16)
            let occurs = parts.contains { String(decoding: $0, as: UTF8.self).contains(text) }
            if !occurs { return text }
            salt += 1
        }
    }

    /// FNV-1a: any stable hash will do.
    private static func hash(_ text: String, _ salt: UInt64) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325 ^ salt
        for octet in text.utf8 { value = (value ^ UInt64(octet)) &* 0x100_0000_01B3 }
        return value
    }
}
