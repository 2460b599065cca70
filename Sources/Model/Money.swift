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

    /// How many minor units make one unit (ISO 4217): 100 for most, 1 for yen, 1000 for dinars.
    package static func minorUnitsPerUnit(of currency: String) -> Int {
        switch currency {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF":
            1
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 1_000
        default: 100
        }
    }
}
