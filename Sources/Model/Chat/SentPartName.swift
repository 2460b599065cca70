import Foundation

/// Our name for a part of a reply, for providers that give back what was sent along: so what they say later is tied to the
/// reply even where the answer to its sending was lost.
///
/// As text it is the Message-ID in base64url (RFC 4648 §5), a point and the number: good for a URL without escapes.
package struct SentPartName: Hashable, Sendable, CustomStringConvertible {
    /// `ComposedMail.messageID`.
    package var messageID: String
    /// Counted from 1.
    package var part: Int

    package init(messageID: String, part: Int) {
        self.messageID = messageID
        self.part = part
    }

    /// nil for anything but a `description`.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest, let point = text.lastIndex(of: "."),
            let part = Int(text[text.index(after: point)...]), part > 0
        else { return nil }
        let letters = text[..<point].replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - letters.utf8.count % 4) % 4)
        guard let octets = Data(base64Encoded: letters + padding),
            let messageID = String(bytes: octets, encoding: .utf8), !messageID.isEmpty
        else { return nil }
        self.init(messageID: messageID, part: part)
    }

    package var description: String {
        let letters = Data(messageID.utf8).base64EncodedString().prefix { $0 != "=" }
        return letters.replacing("+", with: "-").replacing("/", with: "_") + ".\(part)"
    }

    private static let longest = 500
}
