package import Model

/// Who a reply goes to.
package enum ReplyRecipients {
    /// Reply-To, else From (RFC 5322 §3.6.2), never an address of ours; nobody in Cc. Empty where nobody is left.
    ///
    /// - Parameter ours: the keys of all addresses of all inboxes, so that two inboxes never write to each other.
    package static func of(_ content: MessageContent, inbox: Inbox, ours: Set<String> = []) -> Recipients {
        let isForeign = { (address: MailAddress) in
            isUsable(address) && !inbox.owns(address) && !ours.contains(address.key)
        }
        let replyTo = unique(content.replyTo.filter(isForeign))
        guard replyTo.isEmpty else { return Recipients(to: replyTo) }
        return Recipients(to: [content.from].compactMap(\.self).filter(isForeign))
    }

    /// Whether an address has the shape of one, or is a person's in a chat: it came from the customer's mail or a person's keyboard.
    static func isUsable(_ address: MailAddress) -> Bool {
        if ChatAddress(address) != nil { return true }
        let parts = address.address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return address.address.utf8.allSatisfy(isUsable)
    }

    private static func isUsable(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"): false
        default: true
        }
    }

    private static func unique(_ addresses: [MailAddress]) -> [MailAddress] {
        var seen: Set<String> = []
        return addresses.filter { seen.insert($0.key).inserted }
    }
}
