import Foundation
import GRDB
import Model
import Storage

extension Database {
    func identities(of person: String) throws -> CustomerIdentities {
        let addresses = try addresses(of: person)
        guard addresses.count > 1 else { return CustomerIdentities(addresses: addresses) }
        let links = try rows(Self.linksAmong, [try JSONColumn.encode(addresses)]).map(IdentityLink.init)
        return CustomerIdentities(addresses: addresses, links: links)
    }

    /// The address itself first, then the others that are one customer's with it.
    func addresses(of person: String) throws -> [String] {
        let others = try rows(Self.linkedAddresses, [person.column]).map { try $0.text("address") }
        return [person] + others.filter { $0 != person.column }.sorted()
    }

    /// The same as if a channel's word for another address were kept already, unless that was taken back before.
    func addresses(of person: String, vouched: String?) throws -> [String] {
        let own = try addresses(of: person)
        guard let vouched, !own.contains(vouched), try !wasLinked(person, vouched) else { return own }
        return own + (try addresses(of: vouched))
    }

    func merge(_ person: String, with other: String, by: String, at: Date) throws -> CustomerIdentities {
        guard person != other else { throw StoreError.illegal("“\(person)” is one customer already.") }
        for address in [person, other] where try newestConversation(of: address) == nil {
            throw StoreError.notFound("customer “\(address)”")
        }
        if try !addresses(of: person).contains(other) {
            try link(person, other, .merged, by: by, at: at)
            let detail = "\(person) and \(other) are one customer"
            try recordAbout([person, other], .linked, detail: detail, by: by, at: at)
        }
        return try identities(of: person)
    }

    /// Keeps what a channel vouches for in a message, unless it did before or somebody took it back. Also where the two are
    /// one customer already through others: who separates them then takes this word back too.
    func linkVouched(by filing: Filing, in conversation: Conversation.ID, _ channel: InboxName) throws {
        guard let person = filing.thread.person, !person.isEmpty, let other = filing.content.chat?.verifiedKey,
            person != other, try !wasLinked(person, other)
        else { return }
        try link(person, other, .verified, by: channel.rawValue, at: filing.at)
        try record(
            .linked,
            message: filing.message,
            conversation: conversation,
            detail: "\(channel) vouches for \(other)",
            at: filing.at
        )
    }

    func separate(_ person: String, by: String, at: Date) throws -> [IdentityLink] {
        let links = try rows(Self.linksOf, [person.column]).map(IdentityLink.init)
        guard !links.isEmpty else { return [] }
        for link in links {
            try run(
                "UPDATE identity_link SET separated_by = ?, separated_at = ? WHERE id = ?",
                [by.column, at.microseconds, link.id.rawValue]
            )
        }
        let others = links.map { $0.person == person ? $0.other : $0.person }
        let detail = "\(person) is another customer than \(others.joined(separator: ", "))"
        try recordAbout([person] + others, .separated, detail: detail, by: by, at: at)
        return links
    }

    private func link(_ person: String, _ other: String, _ ground: IdentityLink.Ground, by: String, at: Date) throws {
        try run(
            "INSERT INTO identity_link (person, other, ground, by, at) VALUES (?, ?, ?, ?, ?)",
            [person.column, other.column, ground.rawValue, by.column, at.microseconds]
        )
    }

    /// Whether the two were ever linked to each other, taken back or not.
    private func wasLinked(_ person: String, _ other: String) throws -> Bool {
        try number(Self.everLinked, [person.column, other.column]) != nil
    }

    /// A row in the newest conversation of each.
    private func recordAbout(
        _ people: [String],
        _ event: HistoryEntry.Event,
        detail: String,
        by: String,
        at: Date
    ) throws {
        let places = try Set(people.compactMap { try newestConversation(of: $0) })
        for place in places.sorted() {
            try record(event, conversation: Conversation.ID(rawValue: place), detail: detail, by: by, at: at)
        }
    }

    private func newestConversation(of person: String) throws -> Int64? {
        try number(Self.newestOfPerson, [person.column])
    }

    static let linkedAddresses = """
        WITH RECURSIVE known (address) AS (
            SELECT ?1
            UNION SELECT other FROM known CROSS JOIN identity_link ON person = address WHERE separated_at IS NULL
            UNION SELECT person FROM known CROSS JOIN identity_link ON other = address WHERE separated_at IS NULL
        )
        SELECT address FROM known
        """

    static let linksAmong = """
        SELECT identity_link.* FROM json_each(?) CROSS JOIN identity_link ON person = value
        WHERE separated_at IS NULL ORDER BY id
        """

    static let linksOf = """
        SELECT * FROM identity_link WHERE person = ?1 AND separated_at IS NULL
        UNION ALL SELECT * FROM identity_link WHERE other = ?1 AND separated_at IS NULL
        """

    static let everLinked = """
        SELECT id FROM identity_link WHERE person = ?1 AND other = ?2
        UNION ALL SELECT id FROM identity_link WHERE other = ?1 AND person = ?2
        """

    static let newestOfPerson = "SELECT id FROM conversation WHERE person = ? ORDER BY last_message_at DESC LIMIT 1"
}

extension IdentityLink {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            person: try row.text("person"),
            other: try row.text("other"),
            ground: try row.word(Ground.self, "ground"),
            by: try row.text("by"),
            at: try row.date("at")
        )
    }
}
