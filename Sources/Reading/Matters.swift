import Model
import Scoring

/// What a message is about, where it may be about several things.
struct Matters: Hashable {
    /// Best first; empty where nothing is clear.
    let intents: [String]

    /// No reply can take in more.
    private static let most = 3

    /// The clear intent of the whole, and of each ask that is clear by itself. An ask alone counts only for an intent
    /// that the whole message speaks for too, so that a turn of phrase in passing opens no matter of its own.
    ///
    /// - Parameter ofAsk: the clear intent of one ask, as if it were all that was written; nil where there is none.
    init(_ ranking: Ranking, asks: [Ask], ofAsk: (Ask) -> String?) {
        var found: [String] = ranking.abstained ? [] : ranking.intents.prefix(1).map(\.intent)
        let wanted = asks.filter { $0.kind != .deadline }
        guard wanted.count > 1 else {
            intents = found
            return
        }
        let spoken = Set(ranking.intents.map(\.intent))
        for ask in wanted {
            guard let best = ofAsk(ask), spoken.contains(best) else { continue }
            if !found.contains(best) { found.append(best) }
        }
        let order = ranking.intents.map(\.intent)
        intents = Array(order.filter(found.contains).prefix(Self.most))
    }
}
