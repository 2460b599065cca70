/// A plain fact that the customer gives, typed and located.
package struct Fact: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case orderID = "order_id"
        case amount
        case date
        case phone
        case email
        case url
        case address
        case name
        case product
    }

    package var kind: Kind
    package var span: TextSpan
    /// The fact in one form whatever way it was written: an id without blanks, `12.50 EUR`, `2026-03-04`, a telephone
    /// number by its digits (with `+` where the country is given), an address on one line.
    package var value: String

    package init(_ kind: Kind, _ span: TextSpan, value: String) {
        self.kind = kind
        self.span = span
        self.value = value
    }
}
