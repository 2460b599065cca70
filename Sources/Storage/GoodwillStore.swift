/// The ledger of goodwill, in double entry: the postings of each transaction, and so of the whole ledger, add up to zero.
///
/// Grants are entered by `DecisionStore.approve` in the transaction that releases the reply, and taken back by the ones
/// that cancel or fail it. Postings are only ever added: what is taken back is posted the other way round. An account is
/// brought to its limit, which may have changed, in the transaction that takes from it, but never below what was taken.
package protocol GoodwillStore: Sendable {
    /// What was taken from accounts, in minor units; 0 for those that were never used.
    func goodwillTaken(from accounts: [String], currency: String) async throws -> [String: Int]

    /// The sum of all postings by currency: zero, unless the store is broken.
    func goodwillSums() async throws -> [String: Int]
}
