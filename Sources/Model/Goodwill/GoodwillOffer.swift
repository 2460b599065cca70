/// Something that a customer may be given without anybody being asked: money, or a thing with a value.
package struct GoodwillOffer: Hashable, Sendable, Codable, Identifiable {
    /// As in `config/goodwill.yaml`.
    package var id: String
    /// What the customer reads, by ISO 639 code: completes "you get …" ("a voucher for 10 €").
    package var title: [String: String]
    /// What it costs us; counted against budgets whether it is money or a thing.
    package var value: Money

    package init(id: String, title: [String: String], value: Money) {
        self.id = id
        self.title = title
        self.value = value
    }

    /// In the first of the languages that has a title; else in any.
    package func title(in languages: [String]) -> String {
        languages.lazy.compactMap { title[$0] }.first ?? title.min { $0.key < $1.key }?.value ?? id
    }
}
