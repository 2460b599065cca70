package import Foundation

/// Why a provider gave nothing of what it was asked for.
package struct AskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What would mend it.
    package enum Kind: Hashable, Sendable {
        /// The provider does not take the token.
        case token
        /// Somebody has to change something, here or at the provider.
        case configuration
        /// It may pass by itself.
        case passing
        /// The answer is not what the provider's own rules, or the configuration, say.
        case nonsense
    }

    package let kind: Kind
    /// One sentence: what is wrong, and what would mend it.
    package let description: String
    /// Seconds that the provider asks us to stay away, at most a day.
    package let retryAfter: TimeInterval?

    package init(_ kind: Kind, _ description: String, retryAfter: TimeInterval? = nil) {
        self.kind = kind
        self.description = description
        self.retryAfter = retryAfter
    }
}
