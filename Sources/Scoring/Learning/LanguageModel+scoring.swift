import Model

extension LanguageModel {
    /// The model's stems by the symbols of a set that knows them.
    func stems(bySymbolsOf set: LexiconSet) -> [Int32] {
        var stems: [Int32] = []
        for (stem, bytes) in zip(Int32(0)..., book.stems).dropFirst(2) {
            let symbol = Int(set.symbol(ofStem: String(decoding: bytes, as: UTF8.self), language: language))
            if symbol >= stems.count { stems += repeatElement(-1, count: symbol + 1 - stems.count) }
            stems[symbol] = stem
        }
        if !stems.isEmpty { stems[0] = -1 }
        return stems
    }

    /// Every label's score in `Evidence.unit`, with 0 for those behind the model's own up to a number of labels.
    func scores(_ read: ReadFeatures, labels: Int) -> [Int32] {
        var scores: [Int32] = []
        scores.reserveCapacity(labels)
        scores += bases
        scores += repeatElement(0, count: labels - bases.count)
        rows.add(read.hits, values: read.values, to: &scores)
        return scores
    }

    /// The parts of one label's score, which with its base sum to it exactly.
    func evidence(_ read: ReadFeatures, for label: Int) -> [Evidence] {
        read.hits.indices.compactMap { hit in
            let part = part(read, hit, for: label)
            return part == 0 ? nil : evidence(read, read.hits[hit], part: part)
        }
    }

    /// What one of the text's phrases adds to a label's score, in `Evidence.unit`.
    func part(_ read: ReadFeatures, _ hit: Int, for label: Int) -> Int32 {
        WeightRows.part(rows.weight(of: read.hits[hit].feature, for: label), read.values[hit])
    }

    /// A label's weight as its file writes it.
    func weight(of feature: Int32, for label: Int) -> Double {
        Double(rows.weight(of: feature, for: label)) / 100
    }

    private func evidence(_ read: ReadFeatures, _ hit: ReadFeatures.Hit, part: Int32) -> Evidence {
        let (first, last) = (read.token(hit.first), read.token(hit.last))
        return Evidence(
            keyword: phrases[Int(hit.feature)],
            weight: Double(part) * Evidence.unit,
            mendedFrom: read.mendedFrom(hit),
            start: first.start,
            end: last.end
        )
    }

    /// What the model takes in memory, in bytes: tables of words and features, and weights.
    var bytes: Int {
        rows.bytes + book.bytes + space.bytes + spelling.bytes + phrases.reduce(0) { $0 + 16 + $1.utf8.count }
    }
}
