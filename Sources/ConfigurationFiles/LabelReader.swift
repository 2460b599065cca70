import Model
import Scoring
import Yams

/// Reads the labels of a lexicon and puts them into it.
struct LabelReader {
    let noun: String
    let lexicon: LexiconBuilder
    let log: ProblemLog

    private var named: String {
        (noun.hasPrefix("i") ? "an " : "a ") + noun
    }

    func label(_ entry: Node) -> Lexicon.Label? {
        guard
            let section = Section(entry, name: named, keys: ["id", "title", "template", "keywords"], log: log),
            let idNode = section.required("id", "such as order.where"),
            let id = section.text(of: idNode, "id")
        else { return nil }
        guard isName(id) else {
            log.error(at: idNode, "“\(id)” cannot name \(named): use small letters, digits, _ and .")
            return nil
        }
        guard let node = section.required("keywords", "words and phrases with their weights, by language"),
            let languages = Section.entries(of: node, name: "keywords", log: log)
        else { return nil }
        var keywords: [String: [Lexicon.Keyword]] = [:]
        for (language, words) in languages { keywords[language.text ?? ""] = self.keywords(words, id) }
        let label = Lexicon.Label(
            id: id,
            title: section.string("title") ?? "",
            template: section.string("template"),
            keywords: keywords
        )
        add(label, at: idNode, keywords: node)
        return label
    }

    /// The file of an intent's template has this name.
    private func isName(_ id: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = id.utf8.first, letters.contains(first) else { return false }
        return id.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || [0x2E, 0x5F].contains($0) }
    }

    private func keywords(_ node: Node, _ id: String) -> [Lexicon.Keyword] {
        // A language without any keyword yet is no mistake.
        guard !node.isEmptyScalar else { return [] }
        guard let entries = Section.entries(of: node, name: "the keywords of \(id)", log: log) else { return [] }
        return entries.compactMap { key, value in
            guard let phrase = key.text, let (weight, isPinned) = weight(value) else {
                log.error(
                    at: value,
                    "the weight of “\(key.text ?? "")” should be a number such as 2 or -1.5, or “2 pinned”"
                )
                return nil
            }
            return Lexicon.Keyword(phrase, weight, isPinned: isPinned)
        }
    }

    /// `2`, or `2 pinned` for one that examples do not wear down.
    private func weight(_ node: Node) -> (Double, isPinned: Bool)? {
        guard let words = node.text?.split(separator: " "), let number = words.first,
            let weight = Double(number), words.count == 1 || words.dropFirst() == ["pinned"]
        else { return nil }
        return (weight, words.count == 2)
    }

    private func add(_ label: Lexicon.Label, at id: Node, keywords: Node) {
        do throws(LexiconError) {
            try lexicon.append(label)
        } catch {
            // Who reads all the files says where the other one is.
            guard error.problem != .duplicateLabel else { return }
            let words = error.language.flatMap { keywords[$0]?.mapping }
            let keyword = words?.first { $0.key.text == error.keyword }?.key
            log.error(at: keyword ?? id, "\(error)")
        }
    }
}
