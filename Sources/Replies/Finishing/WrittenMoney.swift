import Model

/// Amounts as people write them, in the languages that the program has words for.
enum WrittenMoney {
    /// `€12.50` in English, `12,50 €` in German, French and Spanish; `CHF 12.50` and `12,50 CHF` without a sign.
    static func text(_ money: Money, language: String) -> String {
        let number = number(money, point: point[language] ?? ".", group: groups[language] ?? ",")
        let sign = signs[money.currency]
        if point[language] != nil { return "\(number)\u{A0}\(sign ?? money.currency)" }
        return sign.map { "\(minus(money))\($0)\(number.drop { $0 == "-" })" } ?? "\(money.currency)\u{A0}\(number)"
    }

    /// `12.50 EUR`: the form that slots and facts keep.
    static func plain(_ money: Money) -> String {
        "\(number(money, point: ".", group: "")) \(money.currency)"
    }

    /// The digits behind the decimal point (ISO 4217).
    static func decimals(of currency: String) -> Int {
        switch currency {
        case "JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF", "RWF": 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }

    static let signs = ["EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹"]
    private static let point = ["de": ",", "fr": ",", "es": ","]
    private static let groups = ["de": ".", "fr": "\u{202F}", "es": "."]

    private static func minus(_ money: Money) -> String {
        money.minorUnits < 0 ? "-" : ""
    }

    private static func number(_ money: Money, point: String, group: String) -> String {
        let decimals = decimals(of: money.currency)
        let digits = String(money.minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = grouped(String(padded.dropLast(decimals)), by: group)
        return minus(money) + whole + (decimals > 0 ? point + padded.suffix(decimals) : "")
    }

    private static func grouped(_ digits: String, by group: String) -> String {
        guard !group.isEmpty, digits.count > 3 else { return digits }
        return grouped(String(digits.dropLast(3)), by: group) + group + digits.suffix(3)
    }
}
