import Model
import Storage

/// What grants would do to the accounts of the ledger, worked out before anything is written.
struct GoodwillPlan {
    /// One of the ledger's transactions: its postings add up to zero.
    struct Entry {
        enum Kind { case funding, grant }

        var kind: Kind
        var grant: GoodwillGrant
        private(set) var postings: [(account: String, amount: Int)] = []

        init(_ kind: Kind, _ grant: GoodwillGrant) {
            self.kind = kind
            self.grant = grant
        }

        fileprivate mutating func post(_ amount: Int, to account: String) {
            if amount != 0 { postings.append((account, amount)) }
        }
    }

    /// Where funds come from; it goes below zero by as much as was handed out.
    static let budget = "budget"
    /// What was granted and not taken back.
    static let given = "given"
    /// More than anybody gives, and so little that a hundred million accounts of it can be added up.
    static let most = 100_000_000_000

    /// Those that the grants touch.
    private var accounts: [GoodwillAccount.Key: GoodwillAccount]
    private(set) var entries: [Entry] = []

    init(_ accounts: [GoodwillAccount.Key: GoodwillAccount]) {
        self.accounts = accounts
    }

    /// Plans all of the grants, or says in a sentence into which account the first does not fit that does not.
    mutating func enter(_ grants: [GoodwillGrant]) throws -> String? {
        for grant in grants {
            try check(grant)
            fund(grant)
            if let sentence = take(grant) { return sentence }
        }
        return nil
    }

    private func check(_ grant: GoodwillGrant) throws {
        let accounts = grant.caps.map(\.account)
        guard (0...Self.most).contains(grant.value.minorUnits), Set(accounts).count == accounts.count,
            !accounts.contains(where: [Self.budget, Self.given].contains), grant.caps.allSatisfy({ $0.limit >= 0 })
        else { throw StoreError.illegal("A grant of \(grant.value.text) for “\(grant.offer)” cannot be entered.") }
    }

    /// Brings each account to its limit, which may have changed, but never below what was taken from it.
    private mutating func fund(_ grant: GoodwillGrant) {
        var entry = Entry(.funding, grant)
        for cap in grant.caps {
            let amount = self[cap, grant].fund(upTo: min(cap.limit, Self.most))
            entry.post(amount, to: cap.account)
            entry.post(-amount, to: Self.budget)
        }
        if !entry.postings.isEmpty { entries.append(entry) }
    }

    /// The value is taken from every account, and given once: the rest goes back to where it came from.
    private mutating func take(_ grant: GoodwillGrant) -> String? {
        let value = grant.value.minorUnits
        var entry = Entry(.grant, grant)
        for cap in grant.caps {
            guard self[cap, grant].take(value) else { return sentence(about: cap, grant) }
            entry.post(-value, to: cap.account)
        }
        entry.post(value * (grant.caps.count - 1), to: Self.budget)
        entry.post(value, to: Self.given)
        entries.append(entry)
        return nil
    }

    private func sentence(about cap: GoodwillCap, _ grant: GoodwillGrant) -> String {
        let account = accounts[GoodwillAccount.Key(cap, grant)] ?? GoodwillAccount()
        let left = Money(minorUnits: account.balance, currency: grant.value.currency)
        let limit = Money(minorUnits: cap.limit, currency: grant.value.currency)
        return "\(grant.value.text) do not fit into \(cap.account): \(left.text) of \(limit.text) are left."
    }

    private subscript(cap: GoodwillCap, grant: GoodwillGrant) -> GoodwillAccount {
        get { accounts[GoodwillAccount.Key(cap, grant), default: GoodwillAccount()] }
        set { accounts[GoodwillAccount.Key(cap, grant)] = newValue }
    }
}

/// An account of the ledger as it stands.
struct GoodwillAccount {
    struct Key: Hashable {
        var name: String
        var currency: String

        init(_ cap: GoodwillCap, _ grant: GoodwillGrant) {
            name = cap.account
            currency = grant.value.currency
        }
    }

    var balance = 0
    /// The balance and what was taken.
    var funded = 0

    fileprivate mutating func fund(upTo limit: Int) -> Int {
        let amount = max(limit, funded - balance) - funded
        balance += amount
        funded += amount
        return amount
    }

    fileprivate mutating func take(_ value: Int) -> Bool {
        guard value <= balance else { return false }
        balance -= value
        return true
    }
}
