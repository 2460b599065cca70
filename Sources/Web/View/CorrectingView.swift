import Model

/// Where a person says what a message is about: the likeliest at a click, the others in a list.
struct CorrectingView: Sendable {
    struct Choice: Sendable {
        var id: String
        var title: String
        /// What counts now.
        var isCurrent: Bool
    }

    var message: Message.ID
    var at: Int
    /// Up to three that come near.
    var near: [Choice]
    var hasNear: Bool
    var all: [Choice]
    /// Who said so; nil where nobody has yet.
    var saidBy: String?
    /// What counts now, in its titles; nil where nothing is clear.
    var current: String?

    /// Where an intent is clear, others as unlikely as this are left to the list.
    private static let worthAsking = 0.05

    /// nil where there is nothing to say: a message not read yet, or one that a program wrote.
    init?(_ message: Message, intents: [Intent], at: Int) {
        guard let reading = message.reading, reading.automatic.verdict == .human, !intents.isEmpty else { return nil }
        let titles = Dictionary(intents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let matters = message.matters
        self.message = message.id
        self.at = at
        all = intents.map { Choice(id: $0.id, title: $0.title, isCurrent: $0.id == matters.first) }
        let likely = reading.intents.filter { reading.abstained || $0.confidence >= Self.worthAsking }.map(\.intent)
        near = likely.filter { !matters.contains($0) && titles[$0] != nil }.prefix(3).map {
            Choice(id: $0, title: titles[$0] ?? $0, isCurrent: false)
        }
        hasNear = !near.isEmpty
        saidBy = message.correction?.by
        current = matters.isEmpty ? nil : matters.map { titles[$0] ?? $0 }.joined(separator: "; ")
    }
}
