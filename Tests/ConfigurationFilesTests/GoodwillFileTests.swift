import ConfigurationFiles
import Foundation
import Model
import Testing

@Suite("config/goodwill.yaml becomes what may be given")
struct GoodwillFileTests {
    private static let whole = """
        currency: EUR
        offers:
          - {id: free_delivery, title: {en: free delivery of your next order}, value: 4.90}
          - {id: voucher_10, title: {en: a voucher}, value: 10}
        budgets:
          - {role: agent, each: 15, month: 200, per_customer: 30, causes: {order.where: 100}}
          - {user: anna, each: 50}
        """

    private func load(_ text: String) -> LoadedConfiguration {
        let files = [
            ConfigurationFile(path: LoadedConfiguration.goodwillPath, text: text),
            ConfigurationFile(path: "config/intents/shop.yaml", text: Files.intents),
            ConfigurationFile(path: "templates/en/_greeting.md", text: "Hello,"),
        ]
        return LoadedConfiguration(files: files, directories: Files.directories)
    }

    private func problems(_ text: String) -> [String] {
        load(text).problems.filter { $0.file == LoadedConfiguration.goodwillPath }.map(\.description)
    }

    @Test("everything that can be said is read, in the smallest unit of the currency")
    func everything() {
        #expect(problems(Self.whole) == [])
        let policy = load(Self.whole).goodwill
        #expect(policy.offers.map(\.id) == ["free_delivery", "voucher_10"])
        #expect(policy.offers.map(\.value.minorUnits) == [490, 1_000])
        #expect(
            policy.rules == [
                GoodwillRule(
                    subject: .role(.agent),
                    currency: "EUR",
                    each: 1_500,
                    month: 20_000,
                    customerMonth: 3_000,
                    causeMonth: ["order.where": 10_000]
                ),
                GoodwillRule(subject: .user("anna"), currency: "EUR", each: 5_000),
            ]
        )
    }

    @Test("without the file, or with an empty one, nothing may be given")
    func absent() {
        #expect(Files.load().goodwill == GoodwillPolicy())
        #expect(problems("") == [])
    }

    static let faults: [(String, String, String)] = [
        ("currency: EUR", "", "2:1: error: the file needs “currency”: what all amounts are in, such as EUR"),
        ("currency: EUR", "currency: euro", "1:11: error: “currency” should be a currency such as EUR; found “euro”"),
        ("value: 4.90", "value: \"4,90\"", "3:79: error: “value” should be an amount such as 15 or 4.90"),
        ("value: 10", "value: -1", "4:53: error: “value” should be an amount such as 15 or 4.90; found “-1”"),
        ("title: {en: a voucher}, ", "", "4:5: error: an offer needs “title”: what the customer reads"),
        ("voucher_10", "free_delivery", "3:3: error: the offer “free_delivery” is given twice: join the two"),
        ("user: anna", "user: anna, role: agent", "7:5: error: a budget needs one of “role” and “user”: whose it is"),
        ("user: anna", "role: agent", "7:5: error: this budget is given twice: join the two"),
        ("role: agent", "role: boss", "6:12: error: “role” should be one of agent, senior, admin; found “boss”"),
        ("user: anna, each: 50", "user: anna", "7:5: warning: this budget has no bound"),
        ("each: 50", "each: much", "7:24: error: “each” should be an amount"),
        (
            "order.where: 100", "order.were: 100",
            "6: warning: there is no intent “order.were”; did you mean “order.where”?"
        ),
    ]

    @Test("a fault is found at its line and column, with what would mend it", arguments: faults)
    func fault(_ old: String, _ new: String, _ expected: String) {
        let found = problems(Self.whole.replacing(old, with: new, maxReplacements: 1))
        #expect(found.contains { $0.hasPrefix("config/goodwill.yaml:\(expected)") }, "\(found)")
    }
}
