import Model

extension Part {
    enum TextKind {
        case plain
        case html
    }

    /// How a leaf is shown as text; nil for a part that is a file.
    func textKind(isRoot: Bool) -> TextKind? {
        if disposition.token == "attachment", !isRoot || !fileName.isEmpty { return nil }
        switch type {
        case "text/html", "application/xhtml+xml": return isRoot || fileName.isEmpty ? .html : nil
        case "text/plain", "text": return isRoot || fileName.isEmpty ? .plain : nil
        default: return isRoot && !isFile || isMultipart ? .plain : nil
        }
    }

    /// Types whose content nobody can read as text.
    private var isFile: Bool {
        if !type.contains("/") || !fileName.isEmpty { return !fileName.isEmpty }
        return ["application/", "image/", "audio/", "video/", "font/", "model/", "message/"].contains {
            type.hasPrefix($0)
        }
    }

    /// Undoes `format=flowed` where the part declares it.
    func unwrapped(_ text: String) -> String {
        guard contentType["format"]?.lowercased() == "flowed" else { return text }
        return FlowedText.unwrapped(text, deletesSpace: contentType["delsp"]?.lowercased() == "yes")
    }

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
}

enum InlinePGP {
    /// PGP armour within the text itself (RFC 9580 §6.2).
    static func protection(of text: String) -> Protection {
        guard Array(text.utf8)[...].contains(word: "-----begin pgp ") else { return .none }
        var signed = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("-----BEGIN PGP MESSAGE-----") { return .encrypted }
            if line.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----") { signed = true }
        }
        return signed ? .signed : .none
    }
}

enum HTMLCharset {
    /// The charset that an HTML document declares for itself in its first kilobyte.
    static func declared(_ octets: Octets) -> String? {
        let head = octets.prefix(1024)
        var start = head.startIndex
        while let index = head[start...].firstIndex(where: { $0 | 0x20 == UInt8.ascii("c") }) {
            start = index + 1
            guard head[index...].starts(withWord: "charset=") else { continue }
            let quotes = Set("\"' ".utf8)
            let name = head[(index + 8)...].drop { quotes.contains($0) }
            return String(
                token: name.prefix { $0.isLetter || $0.isDigit || $0 == UInt8.ascii("-") || $0 == UInt8.ascii("_") }
            )
        }
        return nil
    }
}
