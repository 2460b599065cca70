import Foundation
import GRDB
import Model

extension Database {
    /// The accounts that grants touch, ready to be planned with.
    func goodwillPlan(for grants: [GoodwillGrant]) throws -> GoodwillPlan {
        var accounts: [GoodwillAccount.Key: GoodwillAccount] = [:]
        for grant in grants {
            for cap in grant.caps {
                accounts[GoodwillAccount.Key(cap, grant)] = try account(cap.account, grant.value.currency)
            }
        }
        return GoodwillPlan(accounts)
    }

    private func account(_ name: String, _ currency: String) throws -> GoodwillAccount? {
        try row(Self.goodwillAccount, [name.column, currency.column])
            .map { GoodwillAccount(balance: try $0.int("balance"), funded: try $0.int("funded")) }
    }

    static let goodwillAccount = "SELECT balance, funded FROM goodwill_account WHERE name = ? AND currency = ?"

    /// A grant whose limit for the customer is less what was taken for their other addresses.
    func countedOverIdentities(_ grant: GoodwillGrant) throws -> GoodwillGrant {
        let others = try addresses(of: grant.customer).dropFirst()
        guard !others.isEmpty else { return grant }
        var grant = grant
        for index in grant.caps.indices {
            let accounts = others.compactMap { grant.caps[index].account(of: $0, insteadOf: grant.customer) }
            let taken = try goodwillTaken(from: accounts, currency: grant.value.currency).values.reduce(0, +)
            if taken > 0 { grant.caps[index].limit = max(0, grant.caps[index].limit - taken) }
        }
        return grant
    }

    func goodwillTaken(from accounts: [String], currency: String) throws -> [String: Int] {
        try Dictionary(
            accounts.map { ($0, try account($0, currency).map { $0.funded - $0.balance } ?? 0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func goodwillSums() throws -> [String: Int] {
        let sums = try rows("SELECT currency, sum(amount) AS sum FROM goodwill_posting GROUP BY currency")
        return try Dictionary(
            sums.map { (try $0.text("currency"), try $0.int("sum")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Writes one planned transaction.
    func post(_ entry: GoodwillPlan.Entry, for release: Release) throws {
        let (grant, currency) = (entry.grant, entry.grant.value.currency.column)
        let isGrant = entry.kind == .grant
        let id = try insert(
            """
            INSERT INTO goodwill_transaction (kind, currency, outgoing, offer, customer, cause, by, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                isGrant ? "grant" : "funding", currency, release.mail.rawValue, isGrant ? grant.offer.column : nil,
                isGrant ? grant.customer.column : nil, isGrant ? grant.cause.column : nil, release.by.column,
                release.at.microseconds,
            ]
        )
        for posting in entry.postings {
            try run(
                "INSERT INTO goodwill_posting (entry, account, currency, amount) VALUES (?, ?, ?, ?)",
                [id, posting.account.column, currency, posting.amount]
            )
        }
        guard isGrant else { return }
        let draft = release.draft
        try record(.goodwill, draft, detail: "\(grant.offer), \(grant.value.text)", by: release.by, at: release.at)
    }

    /// Posts the opposite of each grant of a reply that nobody got.
    func reverseGrants(of mail: OutgoingMail.ID, by: String, at: Date) throws {
        let mail = try listedMail(mail)
        for row in try rows(Self.grants, [mail.id.rawValue]) {
            let grant = try row.decode(Int64.self, forColumn: "id")
            let reversal = try insert(
                """
                INSERT INTO goodwill_transaction (kind, currency, outgoing, reverses, offer, customer, cause, by, at)
                SELECT 'reversal', currency, outgoing, id, offer, customer, cause, ?, ? FROM goodwill_transaction
                WHERE id = ?
                """,
                [by.column, at.microseconds, grant]
            )
            try run(
                """
                INSERT INTO goodwill_posting (entry, account, currency, amount)
                SELECT ?, account, currency, -amount FROM goodwill_posting WHERE entry = ?
                """,
                [reversal, grant]
            )
            let detail = "\(try row.text("offer")) taken back with mail \(mail.id)"
            try record(
                .goodwill,
                message: mail.answers,
                conversation: mail.conversation,
                detail: detail,
                by: by,
                at: at
            )
        }
    }

    static let grants = "SELECT id, offer FROM goodwill_transaction WHERE outgoing = ? AND kind = 'grant' ORDER BY id"
}
