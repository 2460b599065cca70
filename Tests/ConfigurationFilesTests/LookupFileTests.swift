import ConfigurationFiles
import Model
import Testing

@Suite("Lookups in their file")
struct LookupFileTests {
    private static let file = """
        lookups:
          order:
            url: https://shop.example/api/orders/{order_id}?by={customer_email}
            allow: https://shop.example/api/
            header: {Authorization: {env: SHOP_TOKEN, before: "Bearer "}, X-Desk: support}
            timeout: 1s
            cache: 10m
            fields:
              status: {path: state, type: text, values: {shipped: {en: on its way, de: unterwegs}}}
              arrives: {path: shipping.0.eta, type: date, required: true}
              paid: {path: total, type: money, currency: EUR}
        """

    private func load(_ text: String) -> LoadedConfiguration {
        LoadedConfiguration(
            files: [ConfigurationFile(path: LoadedConfiguration.lookupsPath, text: text)],
            directories: Files.directories
        )
    }

    private func problems(_ text: String) -> [String] {
        load(text).problems.map(\.description).filter { $0.hasPrefix(LoadedConfiguration.lookupsPath) }
    }

    @Test("a lookup says what it asks, of whom, for how long, and what it finds")
    func whole() throws {
        #expect(problems(Self.file).isEmpty)
        let lookup = try #require(load(Self.file).lookups.first)
        let expected = Lookup(
            name: "order",
            url: [
                .text("https://shop.example/api/orders/"), .fact(.orderID), .text("?by="), .fact(.customerAddress),
            ],
            allowed: "https://shop.example/api/",
            fields: [
                .init(name: "Authorization", value: .secret(before: "Bearer ", .environment("SHOP_TOKEN"))),
                .init(name: "X-Desk", value: .text("support")),
            ],
            timeLimit: 1,
            keptFor: 600,
            facts: [
                LookupFact(
                    name: "status",
                    path: ["state"],
                    kind: .text(words: ["shipped": ["en": "on its way", "de": "unterwegs"]])
                ),
                LookupFact(name: "arrives", path: ["shipping", "0", "eta"], kind: .day, isRequired: true),
                LookupFact(name: "paid", path: ["total"], kind: .money(currency: "EUR")),
            ]
        )
        #expect(lookup == expected)
    }

    @Test("without a base, everything before the first fact is the base")
    func base() {
        let text =
            "lookups:\n  order:\n    url: https://a.example/x/y-{order_id}\n    fields: {a: {path: b, type: flag}}"
        #expect(load(text).lookups.first?.allowed == "https://a.example/x/")
    }

    @Test(
        "a fault has its place and what would mend it",
        arguments: [
            (
                "https://shop.example/api/orders/{order_id}", "https://shop.example/api/{orderid}",
                "“{orderid}” is no fact to ask with; did you mean “order_id”?"
            ),
            (
                "https://shop.example/api/orders/", "ftp://shop.example/api/orders/",
                "3:10: error: “url” does not begin with “allow”"
            ),
            ("https://shop.example/api/orders/", "https://other.example/api/orders/", "it would never be asked"),
            ("allow: https://shop.example/api/", "allow: https://shop.example/api", "“allow” should end with /"),
            ("{order_id}?by={customer_email}", "{order_id", "“{” has no “}”"),
            ("{env: SHOP_TOKEN, before: \"Bearer \"}", "Bearer abc", "warning: a secret should not stand in the file"),
            ("timeout: 1s", "timeout: 1h", "“timeout” should be a duration"),
            ("type: date", "type: day", "“type” should be text, date, money, number or flag; found “day”"),
            ("type: money, currency: EUR", "type: money", "needs “currency”"),
            ("path: shipping.0.eta", "path: shipping..eta", "has an empty step"),
            ("type: date, required", "type: date, values: {}, requird", "unknown key “requird”"),
            ("order:", "Order:", "“Order” cannot name a lookup"),
            ("arrives:", "arrives-on:", "“arrives-on” cannot name a fact"),
            ("https://shop.example/api/", "http://shop.example/api/", "would cross the network readable by anybody"),
            ("X-Desk:", "\"X Desk\":", "“X Desk” is no name of a header field"),
        ]
    )
    func faults(part: String, broken: String, told: String) {
        let problems = problems(Self.file.replacing(part, with: broken))
        #expect(problems.contains { $0.contains(told) }, "\(problems)")
    }

    @Test(
        "plain HTTP is for this machine, or said by name",
        arguments: ["http://127.0.0.1:8080/api/", "http://localhost/api/"]
    )
    func plain(base: String) {
        let here = Self.file.replacing("https://shop.example/api/", with: base)
        #expect(problems(here).isEmpty)
        #expect(load(here).lookups.first?.allowsPlaintext == true)
        let named = Self.file.replacing("https://", with: "http://").replacing(
            "    timeout:",
            with: "    plain: true\n    timeout:"
        )
        #expect(problems(named).isEmpty)
    }
}
