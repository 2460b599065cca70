import Model

/// The closed set of names that a template may put into double braces.
package enum Placeholder: String, CaseIterable, Hashable, Sendable {
    case customerFirstName = "customer.first_name"
    case customerName = "customer.name"
    /// The subject as the customer wrote it, without reply prefixes.
    case subject
    /// The sentence of the customer's own that says what they want.
    case ask
    case inboxName = "inbox.name"
    case orderNumber = "fact.order_number"
    case invoiceNumber = "fact.invoice_number"

    /// One for each placeholder, in their order.
    static let slots = allCases.map(\.slot)

    /// The slot that stands in for a value that is needed and not there.
    var slot: Slot {
        Slot(name: rawValue.replacing(".", with: "_"), label: question)
    }

    private var question: String {
        switch self {
        case .customerFirstName: "The customer's first name"
        case .customerName: "The customer's name"
        case .subject: "What the message is about"
        case .ask: "What the customer asks, in their words"
        case .inboxName: "The name that we sign with"
        case .orderNumber: "The order number"
        case .invoiceNumber: "The invoice number"
        }
    }
}
