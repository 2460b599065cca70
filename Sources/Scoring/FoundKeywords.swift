import Model

/// What the keywords of a `LexiconSet` found in a text.
package struct FoundKeywords: Sendable {
    package let text: RecognizedText
    /// By lexicon: the ids of its labels.
    private let labels: [[String]]
    /// In the order of their first tokens.
    let finds: [Find]

    init(_ text: RecognizedText, labels: [[String]]) {
        self.text = text
        self.labels = labels
        let finds = text.table.search(text)
        self.finds = text.hasMends ? finds.filter { Self.mayCount($0, in: text) } : finds
    }

    /// Words are mended to those of the first lexicon; the others know their words as they stand.
    private static func mayCount(_ find: Find, in text: RecognizedText) -> Bool {
        text.table.phrases.entries[Int(find.entry)].lexicon == 0
            || !(find.first...find.last).contains { text.symbols[Int($0)].mend > 0 }
    }

    /// A score for every label of a lexicon of which some keyword was found, highest first, then by id; the evidence in
    /// the order of the text.
    /// - Parameter lexicon: its place among those of the set.
    package func scores(of lexicon: Int) -> [LabelScore] {
        scores(of: lexicon, shares: [])
    }

    /// The same with weights that are not pinned multiplied by the share of their label; all of them where there are no
    /// shares.
    func scores(of lexicon: Int, shares: [Double]) -> [LabelScore] {
        let places = places(of: lexicon)
        var scores: [LabelScore] = []
        var start = 0
        for end in places.indices.map({ $0 + 1 }) where end == places.count || places[end].label != places[start].label
        {
            let label = labels[lexicon][Int(places[start].label)]
            let evidence = places[start..<end].map { self.evidence(of: finds[Int($0.find)], shares) }
            scores.append(LabelScore(label: label, ordered: evidence))
            start = end
        }
        scores.sort()
        return scores
    }

    /// What was found for one label, in the order of the text.
    func evidence(of lexicon: Int, label: Int, shares: [Double]) -> [Evidence] {
        places(of: lexicon).lazy.filter { $0.label == label }.map { evidence(of: finds[Int($0.find)], shares) }
    }

    /// The labels with the highest sums above 0, as `scores` puts them in order.
    func bestTwo(of lexicon: Int) -> ArraySlice<(label: String, sum: Double)> {
        let sums = sums(of: lexicon, shares: []).filter { $0.sum > 0 }
        let order = sums.map { (label: labels[lexicon][$0.label], sum: $0.sum) }
        return order.sorted { $0.sum == $1.sum ? $0.label < $1.label : $0.sum > $1.sum }.prefix(2)
    }

    /// What every label of a lexicon gets of which some keyword was found, without evidence, in no order.
    func sums(of lexicon: Int, shares: [Double]) -> [(label: Int, sum: Double)] {
        var sums: [(label: Int, sum: Double)] = []
        text.table.phrases.use { table in
            for find in finds {
                let entry = table.entries[Int(find.entry)]
                guard entry.lexicon == lexicon else { continue }
                let weight = Self.weight(of: entry, shares)
                if let place = sums.firstIndex(where: { $0.label == entry.label }) {
                    sums[place].sum += weight
                } else {
                    sums.append((Int(entry.label), weight))
                }
            }
        }
        return sums
    }
}

extension FoundKeywords {
    /// A find as it is put in order.
    private struct Place {
        let label: Int32
        let first: Int32
        let last: Int32
        let find: Int32
    }

    /// The finds for a lexicon by label, place in the text, and keyword.
    private func places(of lexicon: Int) -> [Place] {
        let entries = text.table.phrases.entries
        var places: [Place] = []
        places.reserveCapacity(finds.count)
        for (number, find) in finds.enumerated() where entries[Int(find.entry)].lexicon == lexicon {
            let label = entries[Int(find.entry)].label
            places.append(Place(label: label, first: find.first, last: find.last, find: Int32(number)))
        }
        places.sort { a, b in
            if a.label != b.label { return a.label < b.label }
            if a.first != b.first { return a.first < b.first }
            if a.last != b.last { return a.last < b.last }
            return keyword(a) < keyword(b)
        }
        return places
    }

    private func keyword(_ place: Place) -> String {
        text.table.phrases.entries[Int(finds[Int(place.find)].entry)].keyword
    }

    private func evidence(of find: Find, _ shares: [Double]) -> Evidence {
        let entry = text.table.phrases.entries[Int(find.entry)]
        return Evidence(
            keyword: entry.keyword,
            weight: Self.weight(of: entry, shares),
            mendedFrom: text.hasMends ? mendedWords(of: find) : nil,
            start: text.text.tokens[Int(find.first)].start,
            end: text.text.tokens[Int(find.last)].end
        )
    }

    @inline(__always)
    private static func weight(of entry: PhraseTable.Entry, _ shares: [Double]) -> Double {
        guard !shares.isEmpty, !entry.isPinned else { return entry.weight }
        return Evidence.rounded(entry.weight * shares[Int(entry.label)])
    }

    /// As the customer wrote them, in lower case.
    private func mendedWords(of find: Find) -> String? {
        var words: String?
        var matched = find.matched
        while matched != 0 {
            let token = Int(find.first) + matched.trailingZeroBitCount
            matched &= matched - 1
            guard text.symbols[token].mend > 0 else { continue }
            let word = text.text.form(of: text.text.tokens[token])
            words = words.map { $0 + " " + word } ?? word
        }
        return words
    }
}
