package import Foundation

/// A question to another system of the shop's, such as where an order is: an HTTP GET whose JSON answer gives facts.
package struct Lookup: Hashable, Sendable {
    /// As in `config/lookups.yaml`: the `order` of `lookup.order.arrives`.
    package var name: String
    /// Literal text and the facts that stand in it.
    package var url: [URLPart]
    /// What every address must begin with: scheme, host, port, and a path that ends with `/`.
    package var allowed: String
    /// Header fields, such as `Authorization`.
    package var fields: [HeaderField]
    /// Seconds for the whole exchange. Default 2.
    package var timeLimit: TimeInterval
    /// Seconds for which an answer is used again. Default 300.
    package var keptFor: TimeInterval
    package var facts: [LookupFact]
    /// Whether `http:` is allowed.
    package var allowsPlaintext: Bool

    package enum URLPart: Hashable, Sendable {
        case text(String)
        /// A value of the message, percent-encoded.
        case fact(LookupKey)
    }

    package struct HeaderField: Hashable, Sendable {
        package enum Value: Hashable, Sendable {
            case text(String)
            /// What stands before the secret, such as `Bearer `, and where the secret is kept.
            case secret(before: String, SecretReference)
        }

        package var name: String
        package var value: Value

        package init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    package init(
        name: String,
        url: [URLPart],
        allowed: String,
        fields: [HeaderField] = [],
        timeLimit: TimeInterval = 2,
        keptFor: TimeInterval = 300,
        facts: [LookupFact],
        allowsPlaintext: Bool = false
    ) {
        self.name = name
        self.url = url
        self.allowed = allowed
        self.fields = fields
        self.timeLimit = timeLimit
        self.keptFor = keptFor
        self.facts = facts
        self.allowsPlaintext = allowsPlaintext
    }

    /// What a message has to give before it can be asked.
    package var keys: [LookupKey] {
        url.compactMap { if case .fact(let key) = $0 { key } else { nil } }
    }
}

/// What may stand in the address of a lookup.
package enum LookupKey: String, Hashable, Sendable, CaseIterable {
    case orderID = "order_id"
    /// The address that the customer writes from.
    case customerAddress = "customer_email"
    /// An address that stands in the message.
    case email
    case phone
    case product
}

/// A fact taken from the answer of a lookup.
package struct LookupFact: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// With the texts that stand for the system's own words, by those words and ISO 639 codes; a word that is not
        /// there is left out, unless the table is empty.
        case text(words: [String: [String: String]])
        /// `2026-03-04`, a date with time (RFC 3339), or seconds since 1970.
        case day
        /// A number or a decimal text in the currency that is given, or `{"amount": …, "currency": …}`.
        case money(currency: String)
        case number
        case flag
    }

    /// The `arrives` of `lookup.order.arrives`.
    package var name: String
    /// Names of members and indices of lists, such as `shipping`, `0`, `eta`.
    package var path: [String]
    package var kind: Kind
    /// Whether an answer without it is no answer.
    package var isRequired: Bool

    package init(name: String, path: [String], kind: Kind, isRequired: Bool = false) {
        self.name = name
        self.path = path
        self.kind = kind
        self.isRequired = isRequired
    }
}

/// What became of the lookups for one message.
package struct LookupAnswers: Hashable, Sendable {
    /// By placeholder, such as `lookup.order.arrives`. Texts are by language: see `LookupFact.Kind.text`.
    package var facts: [String: FactValue]
    /// By the name of the lookup.
    package var failures: [String: LookupFailure]

    package init(facts: [String: FactValue] = [:], failures: [String: LookupFailure] = [:]) {
        self.facts = facts
        self.failures = failures
    }

    package mutating func merge(_ other: LookupAnswers) {
        facts.merge(other.facts) { $1 }
        failures.merge(other.failures) { $1 }
    }
}
