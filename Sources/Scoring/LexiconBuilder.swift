import Model

/// Makes a lexicon label by label, so that who reads a file can say at which line a fault stands. It never leaves the
/// function that reads the files.
package final class LexiconBuilder {
    private var labels: [Lexicon.Label] = []
    private var ids: Set<String> = []
    private var readers: [String: PhraseReader] = [:]

    package init() {}

    /// Takes in a label whose keywords can all be used, and no other.
    /// - Throws: the first fault found, naming its label, language and keyword.
    package func append(_ label: Lexicon.Label) throws(LexiconError) {
        guard !label.id.isEmpty else { throw LexiconError(label: label.title, problem: .emptyLabel) }
        var read: [(PhraseReader, [(PhraseReader.Read, Lexicon.Keyword)])] = []
        for (language, keywords) in label.keywords.sorted(by: { $0.key < $1.key }) {
            let reader = try reader(of: language, label: label.id)
            read.append((reader, try Self.read(keywords, reader, language: language, label: label.id)))
        }
        guard ids.insert(label.id).inserted else { throw LexiconError(label: label.id, problem: .duplicateLabel) }
        for (reader, phrases) in read {
            for (phrase, keyword) in phrases { reader.keep(phrase, of: keyword, label: labels.count) }
        }
        labels.append(label)
    }

    /// Of the labels taken in, in their order.
    package func lexicon(counting: Lexicon.Counting) -> Lexicon {
        Lexicon(labels, counting: counting, phrases: readers.mapValues(\.list))
    }

    private func reader(of language: String, label: String) throws(LexiconError) -> PhraseReader {
        if let known = readers[language] { return known }
        guard Self.isLanguageCode(language) else {
            throw LexiconError(label: label, language: language, problem: .malformedLanguage)
        }
        let reader = PhraseReader(language: language)
        readers[language] = reader
        return reader
    }

    private static func read(
        _ keywords: [Lexicon.Keyword],
        _ reader: PhraseReader,
        language: String,
        label: String
    ) throws(LexiconError) -> [(PhraseReader.Read, Lexicon.Keyword)] {
        var read: [(PhraseReader.Read, Lexicon.Keyword)] = []
        var known: [[Int32]: String] = [:]
        for keyword in keywords {
            let fault = { LexiconError(label: label, language: language, keyword: keyword.phrase, problem: $0) }
            guard isUsable(keyword.weight) else { throw fault(.unusableWeight(keyword.weight)) }
            let phrase: PhraseReader.Read
            do {
                phrase = try reader.read(keyword.phrase)
            } catch {
                throw fault(error.problem)
            }
            if let earlier = known.updateValue(keyword.phrase, forKey: phrase.elements) {
                throw fault(.sameAs(earlier))
            }
            read.append((phrase, keyword))
        }
        return read
    }

    /// Rounded to parts of `Evidence.unit`, sums of a million such weights are exact.
    private static func isUsable(_ weight: Double) -> Bool {
        abs(weight) <= Lexicon.Keyword.largestWeight && Evidence.rounded(weight) != 0
    }

    private static func isLanguageCode(_ code: String) -> Bool {
        code == Lexicon.anyLanguage
            || (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
