/// Something that we cannot do at present, with what we can do instead.
package struct Limit: Hashable, Sendable, Codable, Identifiable {
    /// As in `config/limits.yaml`: letters, digits, `_`, `-`, `.`.
    package var id: String
    /// What we cannot do, by language: completes "At present we cannot …". Each of these texts is by ISO 639 code, and
    /// has at least one.
    package var what: [String: String]
    /// Completes "because …".
    package var reason: [String: String]
    /// At least one; each a whole sentence.
    package var alternatives: [[String: String]]
    /// The last day on which it may be told.
    package var until: CalendarDay
    /// A user's name, or whatever the shop calls the person.
    package var owner: String
    /// Intents whose drafts it always touches.
    package var intents: [String]
    /// Words in a message that it touches, by language, in the form of `config/intents`.
    package var keywords: [String: [String]]
    /// The day on which it ended, where it did before its time.
    package var endedOn: CalendarDay?

    package init(
        id: String,
        what: [String: String],
        reason: [String: String],
        alternatives: [[String: String]],
        until: CalendarDay,
        owner: String,
        intents: [String] = [],
        keywords: [String: [String]] = [:],
        endedOn: CalendarDay? = nil
    ) {
        self.id = id
        self.what = what
        self.reason = reason
        self.alternatives = alternatives
        self.until = until
        self.owner = owner
        self.intents = intents
        self.keywords = keywords
        self.endedOn = endedOn
    }

    /// Whether a reply may name it on that day.
    package func isInForce(on day: CalendarDay) -> Bool {
        day <= until && endedOn.map { day < $0 } ?? true
    }
}
