import Model

extension Part {
    enum TextKind {
        case plain
        case html
    }

    /// Where a part stands, which decides whether it is shown as text.
    enum Place {
        /// The whole message.
        case root
        /// The first part of a multipart, or the root of a `multipart/related`.
        case first
        case alternative
        case later
    }

    /// How a leaf is shown as text; nil for a part that is a file. As RFC 8621 §4.1.4 has it, a name makes a file of a
    /// text only where it follows another part.
    func textKind(_ place: Place) -> TextKind? {
        if isAttachment, place != .root || !fileName.isEmpty { return nil }
        let isNamedFile = place == .later && !fileName.isEmpty
        switch type {
        case "text/html", "application/xhtml+xml": return isNamedFile ? nil : .html
        case "text/plain", "text": return isNamedFile ? nil : .plain
        default: return (place == .root && !isFile) || isMultipart ? .plain : nil
        }
    }

    /// Types whose content nobody can read as text.
    private var isFile: Bool {
        if !type.contains("/") || !fileName.isEmpty { return !fileName.isEmpty }
        return ["application/", "image/", "audio/", "video/", "font/", "model/", "message/"].contains {
            type.hasPrefix($0)
        }
    }

    /// Text that a person could read if there is no other: neither a file nor data for programs.
    var isReadable: Bool {
        let unreadable = [
            "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/css", "text/javascript",
        ]
        return type.hasPrefix("text/") && !isAttachment && !unreadable.contains(type)
    }

    /// Which part of a `multipart/related` is the document: the one that `start` names (RFC 2387 §3.2), else the first
    /// that is text.
    func root(of children: [Part]) -> Int {
        if let start = contentType["start"] {
            let id = Array(start.utf8)[...].trimmed {
                $0.isWhiteSpace || $0 == UInt8.ascii("<") || $0 == UInt8.ascii(">")
            }
            if !id.isEmpty, let found = children.firstIndex(where: { $0.contentID?.elementsEqual(id) == true }) {
                return found
            }
        }
        return children.firstIndex { $0.isMultipart || $0.textKind(.first) != nil } ?? 0
    }

    /// Undoes `format=flowed` where the part declares it.
    func unwrapped(_ text: String) -> String {
        guard contentType.has("format"), contentType["format"]?.lowercased() == "flowed" else { return text }
        return FlowedText.unwrapped(text, deletesSpace: contentType["delsp"]?.lowercased() == "yes")
    }

    var isFalselyBase64: Bool {
        if case .base64 = encoding { return !Base64.isPlausible(content) }
        return false
    }

    /// Holds characters that base64 does not have.
    var isDamagedBase64: Bool {
        guard case .base64 = encoding else { return false }
        return content.contains { !Base64.isCharacter($0) && !$0.isWhiteSpace }
    }

    /// What is said to be base64 and plainly is not is left as it stands.
    var decodedContent: Octets {
        isFalselyBase64 ? content : encoding.decode(content)
    }
}
