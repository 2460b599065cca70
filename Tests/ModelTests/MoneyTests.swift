import Model
import Testing

@Suite("Amounts of money in text")
struct MoneyTests {
    @Test(
        "are read in the smallest unit of their currency, and written back",
        arguments: [
            ("15", "EUR", 1_500, "15.00 EUR"), ("4.90", "EUR", 490, "4.90 EUR"), ("0.5", "GBP", 50, "0.50 GBP"),
            ("300", "JPY", 300, "300 JPY"), ("1.250", "KWD", 1_250, "1.250 KWD"), ("0", "EUR", 0, "0.00 EUR"),
        ]
    )
    func read(_ text: String, _ currency: String, _ units: Int, _ written: String) throws {
        let money = try #require(Money(decimal: text, currency: currency))
        #expect(money == Money(minorUnits: units, currency: currency))
        #expect(money.text == written)
    }

    @Test(
        "and what is none is refused",
        arguments: ["", ".", "4.", ".5", "-1", "1e3", "4,90", "4.905", "1000000000", "４", "4.9.0", "nan"]
    )
    func refused(_ text: String) {
        #expect(Money(decimal: text, currency: "EUR") == nil)
    }

    @Test("a debt keeps its sign")
    func negative() {
        #expect(Money(minorUnits: -5, currency: "EUR").text == "-0.05 EUR")
    }
}
