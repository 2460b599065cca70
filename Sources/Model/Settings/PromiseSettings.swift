/// How an inbox promises.
package struct PromiseSettings: Hashable, Sendable {
    /// What is promised where the ledger knows too little.
    package var usual = WorkingTerm.days(2)
    /// How long after the last promise of a recovery, or after the recovery without one, customers are asked whether it
    /// worked.
    package var checkBack = WorkingTerm.days(3)

    package init() {}
}
