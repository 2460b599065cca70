/// Why a look-up gave no facts.
package enum LookupFailure: String, Hashable, Sendable, Codable, CaseIterable {
    /// It did not answer in time.
    case slow
    /// It answered that there is no such thing.
    case missing
    /// It answered with something that cannot be used.
    case wrong
}
