/// What came of holding a provider's own account of its messages against ours.
package struct Reconciled: Hashable, Sendable {
    /// Messages that the provider has for us, or had, and that are not here, as far as it says: 0 is what was to be
    /// proved.
    package var gap: Int
    /// Messages that had not come and were fetched now.
    package var fetched: Int
    /// What was found, and what would mend it.
    package var sentence: String
    /// Whether people have to know: there is a gap, or there will be one.
    package var isAlarming: Bool

    package init(gap: Int, fetched: Int = 0, sentence: String, isAlarming: Bool? = nil) {
        self.gap = gap
        self.fetched = fetched
        self.sentence = sentence
        self.isAlarming = isAlarming ?? (gap > 0)
    }
}

extension Int {
    /// `1 message`, `2 messages`.
    func counted(_ one: String, _ many: String) -> String {
        "\(self) \(self == 1 ? one : many)"
    }
}
