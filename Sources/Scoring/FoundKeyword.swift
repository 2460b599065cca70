/// A keyword that was found for a label: which it was is left out.
package struct FoundKeyword: Sendable {
    /// The label's place in its lexicon.
    package let label: Int
    package let weight: Double
    /// In Unicode scalars of the text.
    package let range: Range<Int>
}

extension FoundKeywords {
    /// What was found for all labels of a lexicon, in the order of the text: without words, sums and order by label it
    /// costs a fraction of `scores`.
    /// - Parameter lexicon: its place among those of the set.
    package func keywords(of lexicon: Int) -> [FoundKeyword] {
        var keywords: [FoundKeyword] = []
        keywords.reserveCapacity(finds.count)
        text.table.phrases.use { table in
            for find in finds {
                let entry = Int(find.entry)
                guard table.entries[entry].lexicon == lexicon else { continue }
                let start = text.text.tokens[Int(find.first)].start
                let end = text.text.tokens[Int(find.last)].end
                let label = Int(table.entries[entry].label)
                keywords.append(FoundKeyword(label: label, weight: table.entries[entry].weight, range: start..<end))
            }
        }
        return keywords
    }
}
