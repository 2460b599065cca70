import Foundation
import Model

/// Recipients as a person types them: mailboxes (RFC 5322 §3.4) between commas.
enum Mailboxes {
    /// Never fails: what is no mailbox stays as its own text in `address`, to be shown again and refused.
    static func parse(_ text: String) -> [MailAddress] {
        split(text).map(mailbox)
    }

    /// The first that mail could not be sent to.
    static func firstUnusable(_ addresses: [MailAddress]) -> MailAddress? {
        addresses.first { !isUsable($0.address) }
    }

    static func isUsable(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>(),;:\\\"[]".unicodeScalars.contains($0)
        }
    }

    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var current = ""
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = isQuoted
            } else if character == "\"" {
                isQuoted.toggle()
            }
            if character == ",", !isQuoted {
                parts.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        return (parts + [current]).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func mailbox(_ text: String) -> MailAddress {
        guard text.last == ">", let open = text.lastIndex(of: "<") else { return MailAddress(address: text) }
        let address = text[text.index(after: open)...].dropLast().trimmingCharacters(in: .whitespaces)
        let name = unquoted(text[..<open].trimmingCharacters(in: .whitespaces))
        return MailAddress(name: name.isEmpty ? nil : name, address: address)
    }

    private static func unquoted(_ name: String) -> String {
        guard name.count >= 2, name.first == "\"", name.last == "\"" else { return name }
        var text = ""
        var isEscaped = false
        for character in name.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}
