import Model

/// Which matter's template answers which ask of a message, and which asks are left.
struct AskAssignment {
    /// By matter, in the order of the text.
    private(set) var asks: [String: [Ask]] = [:]
    /// Those that no matter's template answers.
    private(set) var left: [Ask] = []

    /// No reply answers more beside its matters.
    private static let mostLeft = 4
    /// Part of a matter's evidence that makes an ask its own.
    private static let share = 0.2
    /// Less evidence says nothing: 2 is a fair hint.
    private static let leastWeight = 1.0

    /// - Parameter chosen: what the reply has templates for, in its order.
    init(_ reading: Reading, chosen: [ChosenTemplate]) {
        let wanted = reading.asksToAnswer
        guard !wanted.isEmpty else { return }
        let places = chosen.map { MatterPlace($0, in: reading) }
        var latest = chosen.first?.matter
        var context: AskContext?
        for ask in wanted {
            var owner = Self.owner(of: ask, places)
            if owner == nil {
                var known = context ?? AskContext(reading, places, asks: wanted)
                owner = known.owner(of: ask, latest: latest)
                context = known
            }
            if let owner {
                asks[owner, default: []].append(ask)
                latest = owner
            } else if left.count < Self.mostLeft {
                left.append(ask)
            }
        }
    }

    /// The matter that the ask's own words speak for.
    private static func owner(of ask: Ask, _ places: [MatterPlace]) -> String? {
        var best: (matter: String, weight: Double)?
        for place in places {
            let weight = place.weight(in: ask.span)
            guard weight >= max(leastWeight, share * place.total), weight > best?.weight ?? 0 else { continue }
            best = (place.matter, weight)
        }
        return best?.matter
    }
}

/// What stands around an ask that has no word of a matter's own.
private struct AskContext {
    private let reading: Reading
    private let places: [MatterPlace]
    private let asks: [Ask]
    private let sentences: MessageSentences
    private var known: [Range<Int>: Set<String>] = [:]

    init(_ reading: Reading, _ places: [MatterPlace], asks: [Ask]) {
        self.reading = reading
        self.places = places
        self.asks = asks
        sentences = MessageSentences(reading)
    }

    /// - Parameter latest: the matter of the ask before.
    mutating func owner(of ask: Ask, latest: String?) -> String? {
        let words = TellingWords(ask.span.text)
        if words.all.isEmpty || isPlea(ask, words) { return latest }
        if let repeated = places.first(where: { says($0, words.all, besides: ask) }) { return repeated.matter }
        return ownerOfSentence(ask) ?? (words.all.count <= 2 && words.pointsBack ? latest : nil)
    }

    /// Whether sentences of a matter say half of the words too, in other places than the ask itself.
    private mutating func says(_ place: MatterPlace, _ words: Set<String>, besides ask: Ask) -> Bool {
        var said: Set<String> = []
        for range in sentences.ranges where place.speaks(in: range) {
            let isOwn = range.contains(ask.span.start)
            let found =
                isOwn ? TellingWords(sentences.text(range, without: ask.span)).all : wordsOfSentence(range)
            said.formUnion(found.intersection(words))
        }
        return !said.isEmpty && said.count * 2 >= words.count
    }

    private mutating func wordsOfSentence(_ range: Range<Int>) -> Set<String> {
        if let known = known[range] { return known }
        let words = TellingWords(sentences.text(range)).all
        known[range] = words
        return words
    }

    /// A sentence with one ask in it is about the matter that it has words of.
    private func ownerOfSentence(_ ask: Ask) -> String? {
        guard let sentence = sentences.range(at: ask.span.start),
            asks.count(where: { sentence.contains($0.span.start) }) == 1
        else { return nil }
        return places.first { $0.speaks(in: sentence) }?.matter
    }

    /// What the customer cannot do, or asks us not to ask of them, is respected and not answered.
    private func isPlea(_ ask: Ask, _ words: TellingWords) -> Bool {
        guard ask.kind == .request else { return false }
        if reading.circumstances.contains(where: { $0.span.start < ask.span.end && ask.span.start < $0.span.end }) {
            return true
        }
        guard words.isNegated, let sentence = sentences.range(at: ask.span.start) else { return false }
        return reading.circumstances.contains { sentence.contains($0.span.start) }
    }
}
