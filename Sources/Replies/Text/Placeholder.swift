import Model

/// A name that a template may put into double braces. The set is closed, but for the look-ups, whose fields the
/// operator names: `lookup.<name>.<field>`.
package struct Placeholder: Hashable, Sendable {
    package let name: String

    private init(known name: String) {
        self.name = name
    }

    /// nil for a name without a meaning. Older names of facts lead to the new ones.
    package init?(_ written: String) {
        let name = Self.aliases[written] ?? written
        guard PlaceholderQuestion.isKnown(name) || Self.isLookup(name) else { return nil }
        self.name = name
    }

    package static let customerFirstName = Self(known: "customer.first_name")
    package static let customerName = Self(known: "customer.name")
    /// The subject as the customer wrote it, without reply prefixes.
    package static let subject = Self(known: "subject")
    /// The customer's own sentence that says what they want, without its final mark.
    package static let ask = Self(known: "ask")
    package static let inboxName = Self(known: "inbox.name")
    /// Markdown of the operator's, of several lines perhaps.
    package static let inboxSignature = Self(known: "inbox.signature")
    /// Who releases the reply: known only then.
    package static let agentName = Self(known: "agent.name")
    package static let orderID = Self(known: "fact.order_id")
    package static let invoiceID = Self(known: "fact.invoice_id")
    package static let amount = Self(known: "fact.amount")
    package static let date = Self(known: "fact.date")
    package static let product = Self(known: "fact.product")
    package static let personName = Self(known: "fact.name")
    package static let phone = Self(known: "fact.phone")
    package static let email = Self(known: "fact.email")
    package static let address = Self(known: "fact.address")
    package static let limitWhat = Self(known: "limit.what")
    package static let limitReason = Self(known: "limit.reason")
    package static let limitAlternative = Self(known: "limit.alternative")
    package static let limitUntil = Self(known: "limit.until")
    package static let promiseWhat = Self(known: "promise.what")
    package static let promiseDue = Self(known: "promise.due")
    package static let promiseNewDue = Self(known: "promise.new_due")
    /// The matter in the customer's words, where a reply turns to another one.
    package static let topic = Self(known: "topic")

    /// All but look-ups, in the order in which they are listed to people.
    static let known: [Placeholder] = [
        .customerFirstName, .customerName, .subject, .ask, .inboxName, .inboxSignature, .agentName, .orderID, .amount,
        .date, .product, .personName, .phone, .email, .address, .invoiceID, .limitWhat, .limitReason,
        .limitAlternative, .limitUntil, .promiseWhat, .promiseDue, .promiseNewDue, .topic,
    ]

    private static let aliases = ["fact.order_number": "fact.order_id", "fact.invoice_number": "fact.invoice_id"]

    private static func isLookup(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "lookup" && parts.dropFirst().allSatisfy(SlotMark.isName)
    }

    /// The look-up that it comes from; nil for all others.
    package var lookup: String? {
        let parts = name.split(separator: ".")
        return parts.count == 3 && parts[0] == "lookup" ? String(parts[1]) : nil
    }

    /// What the look-up calls it; nil for all others.
    package var lookupField: String? {
        lookup == nil ? nil : name.split(separator: ".").last.map(String.init)
    }

    var isOfLimit: Bool {
        name.hasPrefix("limit.")
    }
}

extension Placeholder {
    /// The name of the slot that stands in for a value that is needed and not there.
    package var slotName: String {
        Self.slotNames[name] ?? Self.slotName(of: name)
    }

    private static let slotNames = Dictionary(uniqueKeysWithValues: known.map { ($0.name, slotName(of: $0.name)) })

    private static func slotName(of name: String) -> String {
        name.replacing(".", with: "_")
    }

    /// The slot that stands in for a value that is needed and not there, which asks in the language of the reply.
    func slot(in language: String) -> Slot {
        Slot(name: slotName, label: PlaceholderQuestion.text(of: self, in: language), kind: kind)
    }

    private var kind: Slot.Kind {
        switch self {
        case .date, .limitUntil, .promiseDue, .promiseNewDue: .date
        case .amount: .money
        default: .text
        }
    }
}
