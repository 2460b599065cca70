/// A mailbox of RFC 5322 §3.4: an optional display name and an addr-spec; or a person in a chat (`ChatAddress`).
package struct MailAddress: Hashable, Sendable, Codable {
    /// The display name, decoded; nil where the header gave none.
    package var name: String?
    /// `local-part@domain` as written; may be empty or malformed in mail that arrives.
    package var address: String

    package init(name: String? = nil, address: String) {
        self.name = name
        self.address = address
    }

    /// The address for comparing: case folded as a whole, since no mail provider in practice tells local parts apart
    /// by case (RFC 5321 §2.4 allows it and warns against it). Providers of chats do.
    package var key: String {
        address.hasPrefix(ChatAddress.scheme) ? address : address.lowercased()
    }

    /// The part before the last `@`, lower case.
    package var localPart: Substring {
        let key = key
        guard let at = key.lastIndex(of: "@") else { return Substring(key) }
        return key[..<at]
    }

    /// The part after the last `@`, lower case; empty where there is none.
    package var domain: Substring {
        let key = key
        guard let at = key.lastIndex(of: "@") else { return "" }
        return key[key.index(after: at)...]
    }
}
