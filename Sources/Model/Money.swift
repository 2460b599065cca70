/// An amount of money in the smallest unit of its currency.
package struct Money: Hashable, Sendable, Codable {
    /// Cents, pence, yen.
    package var minorUnits: Int
    /// ISO 4217, upper case.
    package var currency: String

    package init(minorUnits: Int, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}
