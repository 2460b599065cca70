import Model
import Scoring
import Yams

/// Reads `config/intents.yaml`: intents, each with weighted keywords by language.
struct IntentsReader {
    let log: ProblemLog

    /// The intents with the lines they begin on.
    struct Intents {
        var lexicon: Lexicon
        var lines: [String: Int]
    }

    /// nil where an error was found.
    func intents(from text: String) -> Intents? {
        guard let root = YAMLText.root(of: text, log: log),
            let section = Section(root, name: "the file", keys: ["intents"], log: log),
            let node = section.required("intents", "the intents by their ids"),
            let entries = Section.entries(of: node, name: "intents", log: log)
        else { return nil }
        var labels: [Lexicon.Label] = []
        var lines: [String: Int] = [:]
        for (key, value) in entries {
            guard let label = label(key, value) else { continue }
            lines[label.id] = key.mark?.line ?? 1
            check(label, key, value)
            labels.append(label)
        }
        guard !log.hasErrors, let lexicon = try? Lexicon(labels: labels) else { return nil }
        return Intents(lexicon: lexicon, lines: lines)
    }

    private func label(_ key: Node, _ value: Node) -> Lexicon.Label? {
        let id = key.text ?? ""
        let isGood = id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2E }
        guard isGood, !id.isEmpty else {
            log.error(at: key, "“\(id)” cannot name an intent: use small letters, digits, _ and .")
            return nil
        }
        guard let section = Section(value, name: "intent \(id)", keys: ["title", "keywords"], place: key, log: log),
            let node = section.required("keywords", "words and phrases with their weights, by language"),
            let languages = Section.entries(of: node, name: "keywords", log: log)
        else { return nil }
        var keywords: [String: [Lexicon.Keyword]] = [:]
        for (language, words) in languages { keywords[language.text ?? ""] = self.keywords(words, id) }
        return Lexicon.Label(id: id, title: section.string("title") ?? "", keywords: keywords)
    }

    private func keywords(_ node: Node, _ id: String) -> [Lexicon.Keyword] {
        guard let entries = Section.entries(of: node, name: "the keywords of \(id)", log: log) else { return [] }
        return entries.compactMap { key, value in
            guard let phrase = key.text, let weight = value.text.flatMap(Double.init) else {
                log.error(at: value, "the weight of “\(key.text ?? "")” should be a number such as 2 or -1.5")
                return nil
            }
            return Lexicon.Keyword(phrase, weight)
        }
    }

    private func check(_ label: Lexicon.Label, _ key: Node, _ value: Node) {
        do throws(LexiconError) {
            _ = try Lexicon(labels: [label])
        } catch {
            let languages = error.language.flatMap { value["keywords"]?[$0]?.mapping }
            let keyword = languages?.first { $0.key.text == error.keyword }?.key
            log.error(at: keyword ?? key, "\(error)")
        }
    }
}
