/// Why a lookup gave no facts.
package enum LookupFailure: String, Hashable, Sendable, Codable {
    /// No answer in time, or the system is down.
    case slow
    /// The system knows nothing of what was asked for.
    case missing
    /// The answer does not make sense.
    case wrong
}
