import Model

/// Neighbouring clauses of one sentence with the keywords that were found in them.
struct Passage {
    private(set) var clauses: ClosedRange<Int>
    private(set) var sentence: Int
    private(set) var weight = 0.0
    /// From the first to the last keyword that speaks for the label, in scalars; empty where none does.
    private(set) var words: Range<Int>
    private var keywords: [String] = []

    private init(_ evidence: Evidence, in map: ClauseMap) {
        let first = map.clause(at: evidence.start)
        clauses = first...first
        sentence = map.clauses[first].sentence
        words = evidence.start..<evidence.start
        add(evidence, in: map)
    }

    /// The passages that name what the evidence of one label speaks of.
    static func named(by evidence: [Evidence], in map: ClauseMap, threshold: Double) -> [Passage] {
        var named: [Passage] = []
        for sentence in sentences(of: byClause(evidence, in: map)) {
            let strong = sentence.indices.filter { isNamed($0, of: sentence, threshold) }.map { sentence[$0] }
            let whole = sentence.dropFirst().reduce(into: sentence[0]) { $0.join($1) }
            let isNamedAsWhole = strong.isEmpty && whole.weight >= threshold
            for passage in isNamedAsWhole ? [whole] : strong { append(passage, to: &named, in: map) }
        }
        return named
    }

    /// By itself, or half so beside a clause that is: "I have cleared the cache, and restarted". Passages of a sentence
    /// stand in order and share no clause, so that no others than its neighbours can be beside one.
    private static func isNamed(_ place: Int, of sentence: [Passage], _ threshold: Double) -> Bool {
        let passage = sentence[place]
        guard passage.weight < threshold else { return true }
        let neighbours = sentence[max(place - 1, 0)..<min(place + 2, sentence.count)]
        return passage.weight >= threshold / 2
            && neighbours.contains { $0.weight >= threshold && $0.isBeside(passage) }
    }

    private func isBeside(_ other: Passage) -> Bool {
        clauses.lowerBound <= other.clauses.upperBound + 1 && other.clauses.lowerBound <= clauses.upperBound + 1
    }

    private static func byClause(_ evidence: [Evidence], in map: ClauseMap) -> [Passage] {
        var passages: [Passage] = []
        for each in evidence where !map.isQuoted(each.start..<each.end) {
            if let last = passages.indices.last, map.clause(at: each.start) <= passages[last].clauses.upperBound {
                passages[last].add(each, in: map)
            } else {
                passages.append(Passage(each, in: map))
            }
        }
        return passages
    }

    private static func sentences(of passages: [Passage]) -> [[Passage]] {
        var sentences: [[Passage]] = []
        for passage in passages {
            if let last = sentences.indices.last, sentences[last].last?.sentence == passage.sentence {
                sentences[last].append(passage)
            } else {
                sentences.append([passage])
            }
        }
        return sentences
    }

    /// What follows at once in the same sentence belongs to what came before, unless that grows too long.
    private static func append(_ passage: Passage, to named: inout [Passage], in map: ClauseMap) {
        if let last = named.indices.last, named[last].isFollowed(by: passage, in: map) {
            named[last].join(passage)
        } else {
            named.append(passage)
        }
    }

    private func isFollowed(by next: Passage, in map: ClauseMap) -> Bool {
        let start = map.clauses[clauses.lowerBound].start.scalar
        let end = map.clauses[next.clauses.upperBound].end.scalar
        return sentence == next.sentence && next.clauses.lowerBound <= clauses.upperBound + 1
            && end - start <= ClauseMap.longestPassage
    }

    private mutating func add(_ evidence: Evidence, in map: ClauseMap) {
        guard !keywords.contains(evidence.keyword) else { return }
        keywords.append(evidence.keyword)
        weight += evidence.weight
        guard evidence.weight > 0 else { return }
        clauses = clauses.lowerBound...max(clauses.upperBound, map.clause(at: evidence.end - 1))
        include(evidence.start..<evidence.end)
    }

    private mutating func include(_ range: Range<Int>) {
        guard !words.isEmpty else {
            words = range
            return
        }
        words = min(words.lowerBound, range.lowerBound)..<max(words.upperBound, range.upperBound)
    }

    private mutating func join(_ other: Passage) {
        weight += other.weight
        guard !other.words.isEmpty else { return }
        clauses = words.isEmpty ? other.clauses : clauses.lowerBound...max(clauses.upperBound, other.clauses.upperBound)
        include(other.words)
    }
}
