package import Foundation

/// What a provider's answer to one part means. Every sentence is for the person who released the reply.
package enum ChatAnswer: Hashable, Sendable {
    /// The provider has it, under this number; nil where it gives none.
    case accepted(id: String?)
    /// The provider does not have it; trying again can help.
    case deferred(Deferral)
    /// The provider does not have it, and will not take it.
    case refused(String)
    /// The provider may have it.
    case unknown(String)

    package struct Deferral: Hashable, Sendable {
        package var sentence: String
        /// Seconds before which the provider does not want to be asked again; nil where it does not say.
        package var retryAfter: TimeInterval?
        /// Whether that is about everything we send through this channel, not just about this customer.
        package var concernsChannel: Bool
    }

    /// The provider is asked too often.
    package static func limited(_ sentence: String, retryAfter: TimeInterval?) -> ChatAnswer {
        .deferred(Deferral(sentence: sentence, retryAfter: retryAfter, concernsChannel: true))
    }

    /// The provider does not have it, for reasons of its own or of ours that pass or can be mended.
    package static func later(_ sentence: String, retryAfter: TimeInterval? = nil) -> ChatAnswer {
        .deferred(Deferral(sentence: sentence, retryAfter: retryAfter, concernsChannel: false))
    }
}

/// Why a reply cannot be sent, or a provider not be asked, in a sentence that says what would mend it.
package struct ReplyError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// The provider does not take the token.
        case token
        /// Somebody has to change the configuration.
        case configuration
        /// The reply itself cannot be sent.
        case content
        /// The provider answers nothing that can be understood, which may pass.
        case passing
    }

    package let kind: Kind
    package let description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
