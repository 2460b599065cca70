extension LanguageWeights {
    /// - Throws: the first fault that can be seen without looking at words.
    func validate(language: String) throws(LexiconError) {
        var seen: Set<String> = []
        for label in labels {
            let fault = { LexiconError(label: label.id, language: language, keyword: $0, problem: $1) }
            guard seen.insert(label.id).inserted else { throw fault(nil, .duplicateLabel) }
            guard label.examples >= 0 else { throw fault(nil, .negativeCount(label.examples)) }
            guard Self.isUsable(label.base) else { throw fault(nil, .unusableWeight(label.base)) }
            for (phrase, weight) in label.weights where !Self.isUsable(weight) {
                throw fault(phrase, .unusableWeight(weight))
            }
        }
        for (phrase, count) in phrases where count < 0 {
            throw LexiconError(language: language, keyword: phrase, problem: .negativeCount(count))
        }
    }

    private static func isUsable(_ weight: Double) -> Bool {
        weight.isFinite && abs(weight) <= 1000
    }
}
