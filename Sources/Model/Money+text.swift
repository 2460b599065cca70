extension Money {
    /// Decimal places of a currency.
    private static func decimals(of currency: String) -> Int {
        String(minorUnitsPerUnit(of: currency)).utf8.count - 1
    }

    /// From a decimal number with a point, such as `15` or `4.90`, 0 or more; nil for anything else, for more places than
    /// the currency has, and for what nobody gives away.
    package init?(decimal text: String, currency: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let places = Self.decimals(of: currency)
        let fraction = parts.count == 2 ? parts[1] : ""
        guard let whole = parts.first, (1...9).contains(whole.utf8.count), fraction.utf8.count <= places,
            parts.count == 1 || !fraction.isEmpty,
            (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let units = Int(whole + fraction + String(repeating: "0", count: places - fraction.utf8.count))
        else { return nil }
        self.init(minorUnits: units, currency: currency)
    }

    /// `4.90 EUR`: for people at the desk and in files. What customers read is written in their language.
    package var text: String {
        let places = Self.decimals(of: currency)
        var digits = String(minorUnits.magnitude)
        digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = digits.dropLast(places)
        let sign = minorUnits < 0 ? "-" : ""
        return places == 0 ? "\(sign)\(whole) \(currency)" : "\(sign)\(whole).\(digits.suffix(places)) \(currency)"
    }
}
