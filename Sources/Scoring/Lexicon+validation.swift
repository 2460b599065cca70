import Model

extension Lexicon {
    static func validate(_ labels: [Label]) throws(LexiconError) {
        var seen: Set<String> = []
        for label in labels {
            guard !label.id.isEmpty else { throw LexiconError(label: label.title, problem: .emptyLabel) }
            guard seen.insert(label.id).inserted else { throw LexiconError(label: label.id, problem: .duplicateLabel) }
            for (language, keywords) in label.keywords.sorted(by: { $0.key < $1.key }) {
                try validate(keywords, language: language, label: label.id)
            }
        }
    }

    private static func validate(_ keywords: [Keyword], language: String, label: String) throws(LexiconError) {
        guard isLanguageCode(language) else {
            throw LexiconError(label: label, language: language, problem: .malformedLanguage)
        }
        let stemmer = Stemmer(language: language)
        var known: [[KeywordPattern.Element]: String] = [:]
        for keyword in keywords {
            let fault = { LexiconError(label: label, language: language, keyword: keyword.phrase, problem: $0) }
            guard isUsable(keyword.weight) else { throw fault(.unusableWeight(keyword.weight)) }
            let pattern: KeywordPattern
            do {
                pattern = try KeywordPattern(keyword.phrase, language: language, stemmer: stemmer)
            } catch {
                throw fault(error.problem)
            }
            if let earlier = known.updateValue(keyword.phrase, forKey: pattern.elements) {
                throw fault(.sameAs(earlier))
            }
        }
    }

    /// Rounded to parts of `Evidence.unit`, sums of a million such weights are exact.
    private static func isUsable(_ weight: Double) -> Bool {
        abs(weight) <= Keyword.largestWeight && Evidence.rounded(weight) != 0
    }

    private static func isLanguageCode(_ code: String) -> Bool {
        code == anyLanguage || (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
