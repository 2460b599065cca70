/// A mailbox of the account.
package struct Mailbox: Hashable, Sendable {
    /// Its name.
    package let name: MailboxName
    /// `\Noselect`, `\Sent`, ... Compared without regard to case.
    package let attributes: Set<Flag>
    /// What parts the levels of names; nil where there are none.
    package let delimiter: String?

    init(_ listing: MailboxListing, isUTF8: Bool) {
        name = MailboxName(wire: listing.wireName, isUTF8: isUTF8)
        attributes = listing.attributes
        delimiter = listing.delimiter
    }

    /// Whether it can be selected.
    package var isSelectable: Bool { attributes.isDisjoint(with: [Flag("\\Noselect"), Flag("\\NonExistent")]) }

    /// The last level of its name.
    package var leaf: String {
        guard let delimiter, let cut = name.text.ranges(of: delimiter).last else { return name.text }
        return String(name.text[cut.upperBound...])
    }

    /// The mailbox for sent mail: the one marked `\Sent` (RFC 6154), else one with a name that clients use for it.
    package static func sent(among mailboxes: [Mailbox]) -> Mailbox? {
        let candidates = mailboxes.filter(\.isSelectable)
        if let marked = candidates.first(where: { $0.attributes.contains(Flag("\\Sent")) }) { return marked }
        return ["sent", "sent items", "sent messages", "sent mail"].lazy
            .compactMap { name in candidates.first { $0.leaf.lowercased() == name } }
            .first
    }
}
