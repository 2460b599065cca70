package import Foundation

/// That two addresses are one customer's, and who says so. An address is an address key (`MailAddress.key`): of mail, or
/// of a person in a chat.
///
/// Names and addresses that somebody typed link nobody.
package struct IdentityLink: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<IdentityLink>

    package enum Ground: String, Hashable, Sendable, Codable {
        /// The channel vouches for it (`ChatOrigin.verifiedAddress`).
        case verified
        /// Somebody at the desk said so.
        case merged
    }

    package var id: ID
    package var person: String
    package var other: String
    package var ground: Ground
    /// The channel's name, or a user's.
    package var by: String
    package var at: Date

    package init(id: ID, person: String, other: String, ground: Ground, by: String, at: Date) {
        self.id = id
        self.person = person
        self.other = other
        self.ground = ground
        self.by = by
        self.at = at
    }
}

/// Every address that is known to be one customer's.
package struct CustomerIdentities: Hashable, Sendable {
    /// The one that was asked about first, the others in their order.
    package var addresses: [String]
    /// Why they are one customer's, oldest first.
    package var links: [IdentityLink]

    package init(addresses: [String], links: [IdentityLink] = []) {
        self.addresses = addresses
        self.links = links
    }

    /// All but the one that was asked about.
    package var others: ArraySlice<String> {
        addresses.dropFirst()
    }
}

/// A conversation as it stands in a list of a customer's.
package struct CustomerConversation: Hashable, Sendable {
    package var conversation: Conversation
    package var lastMessageAt: Date
    /// Whether something in it waits for a person.
    package var isOpen: Bool

    package init(conversation: Conversation, lastMessageAt: Date, isOpen: Bool) {
        self.conversation = conversation
        self.lastMessageAt = lastMessageAt
        self.isOpen = isOpen
    }
}

extension ChatOrigin {
    /// The address key that the channel vouches for; nil where that is no mail address. A channel can vouch for nobody in
    /// another one.
    package var verifiedKey: String? {
        guard let verifiedAddress else { return nil }
        let address = MailAddress(address: verifiedAddress)
        guard ChatAddress(address) == nil, !address.localPart.isEmpty, !address.domain.isEmpty else { return nil }
        return address.key
    }
}

extension GoodwillCap {
    /// The account that stands for the same month of another address of the customer; nil where this is not a customer's.
    package func account(of other: String, insteadOf customer: String) -> String? {
        let start = "customer/\(customer)/"
        return account.hasPrefix(start) ? "customer/\(other)/\(account.dropFirst(start.count))" : nil
    }
}
