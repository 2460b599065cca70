import MIME
import Model

/// Mail as the providers hand it over through webhooks, raw or in pieces.
enum ForwardedMail {
    /// - Parameters:
    ///   - raw: an RFC 5322 message.
    ///   - envelope: what the provider knows of the way it came.
    ///   - stated: what it says of the sender. It may find out something else the next time, so the number of the mail
    ///     does not depend on it.
    static func item(
        raw: [UInt8],
        envelope: MailEnvelope,
        stated: StatedAuthentication? = nil
    ) -> DeliveredItem {
        let delivered = Composer.prepend(envelope.fields, to: raw)
        let number = number(of: delivered)
        guard let field = stated?.field(above: delivered) else { return .mail(id: number, raw: delivered) }
        return .mail(id: number, raw: Composer.prepend([field], to: delivered))
    }

    /// - Parameter mail: its fields as the provider lists them; what is missing in them comes from `known`.
    static func item(
        _ mail: TakenApartMail,
        known: [HeaderField],
        envelope: MailEnvelope,
        stated: StatedAuthentication? = nil
    ) -> DeliveredItem {
        var mail = mail
        let names = Set(mail.fields.map { $0.name.lowercased() })
        mail.fields += known.filter { !$0.value.isEmpty && !names.contains($0.name.lowercased()) }
        return item(raw: Composer.reassemble(mail), envelope: envelope, stated: stated)
    }

    /// The Message-ID, which programs repeat more often than they should, and a digest of the whole.
    private static func number(of raw: [UInt8]) -> String {
        let digest = ProviderNumber.digest(raw)
        guard let number = header(of: raw).content.messageID else { return digest }
        return ProviderNumber.safe(number) + "/" + digest
    }

    /// A mail without its body.
    static func header(of raw: [UInt8]) -> ParsedMessage {
        ParsedMessage(parsing: Array(raw[..<headerEnd(of: raw)]))
    }

    /// Behind the first empty line.
    private static func headerEnd(of raw: [UInt8]) -> Int {
        var isLineEmpty = false
        for (index, octet) in raw.enumerated() {
            if octet == 0x0A {
                if isLineEmpty { return index + 1 }
                isLineEmpty = true
            } else if octet != 0x0D {
                isLineEmpty = false
            }
        }
        return raw.count
    }
}

/// Between whom a mail was handed over (RFC 5321 §2.3.1).
struct MailEnvelope {
    /// Empty for the null reverse-path; nil where the provider does not say.
    var sender: String?
    var recipients: [String] = []

    /// As the server writes them that delivers a mail into a mailbox. They stand first, where they count before any that
    /// the sender wrote.
    var fields: [HeaderField] {
        let path = sender.map { [HeaderField(name: "Return-Path", value: "<\(Self.address($0))>")] } ?? []
        let known = recipients.prefix(20).map(Self.address).filter { !$0.isEmpty }
        return path + known.map { HeaderField(name: "X-Original-To", value: $0) }
    }

    private static func address(_ text: String) -> String {
        String(PlainChatText.line(text, limit: 320).filter { $0 != "<" && $0 != ">" && $0 != " " && $0 != "," })
    }
}
