import Model

extension LanguageModel {
    func read(_ words: WordSequence) -> ReadFeatures {
        ReadFeatures(words, model: self)
    }

    /// Every label's score in `Evidence.unit`.
    func scores(_ read: ReadFeatures) -> [Int32] {
        var scores = bases
        for (hit, value) in zip(read.hits, read.values) { rows.add(hit.feature, value: value, to: &scores) }
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
        let (first, last) = (read.words.words[Int(hit.first)], read.words.words[Int(hit.last)])
        return Evidence(
            keyword: phrases[Int(hit.feature)],
            weight: Double(part) * Evidence.unit,
            mendedFrom: mendedFrom(read, hit),
            start: first.start,
            end: last.end
        )
    }

    /// The customer's spelling of all words that the phrase covers, if one of them was mended.
    private func mendedFrom(_ read: ReadFeatures, _ hit: ReadFeatures.Hit) -> String? {
        guard !read.mends.isEmpty, (hit.first...hit.last).contains(where: { read.mends[Int($0)] >= 0 }) else {
            return nil
        }
        return (hit.first...hit.last).map { place in
            String(decoding: read.words.bytes[read.words.words[Int(place)].form], as: UTF8.self)
        }.joined(separator: " ")
    }

    /// What the model takes in memory, in bytes: tables of words and features, and weights.
    var bytes: Int {
        rows.bytes + book.bytes + space.bytes + spelling.bytes + phrases.reduce(0) { $0 + 16 + $1.utf8.count }
    }
}
