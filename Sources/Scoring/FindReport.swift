import Model

/// Puts what was found in a text in order: by lexicon, label and place.
struct FindReport {
    private let text: RecognizedText
    private let labels: [[String]]
    private let entries: [PhraseTable.Entry]

    init(_ text: RecognizedText, labels: [[String]]) {
        self.text = text
        self.labels = labels
        entries = text.table.phrases.entries
    }

    func scores(of finds: [Find]) -> [[LabelScore]] {
        var scores = [[LabelScore]](repeating: [], count: labels.count)
        var evidence: [Evidence] = []
        // Lexicon, label and the find's number in one, so that they sort as numbers.
        let order = finds.indices.map { rank(of: finds[$0]) << 32 | UInt64($0) }.sorted()
        for (place, item) in order.enumerated() {
            let find = finds[Int(item & 0xFFFF_FFFF)]
            evidence.append(self.evidence(of: find))
            guard place + 1 == order.count || order[place + 1] >> 32 != item >> 32 else { continue }
            let entry = entries[Int(find.entry)]
            let label = labels[Int(entry.lexicon)][Int(entry.label)]
            scores[Int(entry.lexicon)].append(LabelScore(label: label, evidence: evidence))
            evidence.removeAll(keepingCapacity: true)
        }
        for lexicon in scores.indices { scores[lexicon].sort() }
        return scores
    }

    private func rank(of find: Find) -> UInt64 {
        let entry = entries[Int(find.entry)]
        return UInt64(entry.lexicon) << 20 | UInt64(entry.label)
    }

    private func evidence(of find: Find) -> Evidence {
        let entry = entries[Int(find.entry)]
        return Evidence(
            keyword: entry.keyword,
            weight: entry.weight,
            mendedFrom: mendedWords(of: find),
            start: text.text.tokens[Int(find.first)].start,
            end: text.text.tokens[Int(find.last)].end
        )
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
