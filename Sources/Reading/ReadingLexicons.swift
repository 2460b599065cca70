package import Scoring

/// The lists of keywords that messages are read by: one mechanism for everything that words tell.
package struct ReadingLexicons: Hashable, Sendable {
    /// What a message can be about.
    package var intents: Lexicon
    /// The words by which questions, requests and deadlines are known.
    package var asks: Lexicon
    package var circumstances: Lexicon
    package var signals: Lexicon
    /// How the shop's order numbers look.
    package var orderIDs: [OrderIDPattern]

    package init(
        intents: Lexicon,
        asks: Lexicon? = nil,
        circumstances: Lexicon? = nil,
        signals: Lexicon? = nil,
        orderIDs: [OrderIDPattern] = OrderIDPattern.defaults
    ) {
        self.intents = intents
        self.asks = asks ?? .empty
        self.circumstances = circumstances ?? .empty
        self.signals = signals ?? .empty
        self.orderIDs = orderIDs
    }

    /// What a text is asked about beside its intents, which are lexicon 0 of a walk.
    var besideIntents: [Lexicon] { [asks, circumstances, signals] }

    static let asksPlace = 1
    static let circumstancesPlace = 2
    static let signalsPlace = 3
}
