import Model

extension Part {
    /// What the part's type says about the message (RFC 1847, RFC 3156, RFC 8551 §3).
    var protection: Protection? {
        switch type {
        case "multipart/encrypted", "application/pgp-encrypted": .encrypted
        case "multipart/signed", "application/pgp-signature", "application/pkcs7-signature",
            "application/x-pkcs7-signature":
            .signed
        case "application/pkcs7-mime", "application/x-pkcs7-mime":
            contentType["smime-type"]?.lowercased() == "signed-data" ? .signed : .encrypted
        default: nil
        }
    }

    /// Groups of fields about what became of a message (RFC 3464, RFC 8098, RFC 5965).
    var isReport: Bool {
        switch type {
        case "message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
            "message/global-disposition-notification", "message/feedback-report":
            true
        default: false
        }
    }

    /// The header of a message without its body.
    var isMessageHeader: Bool {
        type == "text/rfc822-headers" || type == "message/global-headers"
    }

    /// The format in which Outlook and Exchange send what MIME cannot say (MS-OXTNEF), by its type or by how it begins.
    var isTNEF: Bool {
        switch type {
        case "application/ms-tnef", "application/vnd.ms-tnef": true
        case "application/octet-stream": encoding.decode(content.prefix(16)).starts(with: [0x78, 0x9F, 0x3E, 0x22])
        default: false
        }
    }
}
