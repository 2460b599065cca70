import Model
import Yams

/// Reads one fact of a lookup: `arrives: {path: shipping.eta, type: date}`.
struct LookupFactReader {
    let log: ProblemLog

    func fact(_ name: String, _ node: Node) -> LookupFact? {
        let keys = ["path", "type", "values", "currency", "required"]
        guard let section = Section(node, name: "field \(name)", keys: keys, log: log),
            let pathNode = section.required(
                "path",
                "where it stands in the JSON, such as shipping.eta or items.0.name"
            ),
            let path = section.text(of: pathNode, "path"), let kind = kind(section)
        else { return nil }
        let steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !steps.contains("") else {
            log.error(at: pathNode, "“\(path)” has an empty step: write names with single dots between them")
            return nil
        }
        let isRequired = section.value("required", .flag) ?? false
        return LookupFact(name: name, path: steps, kind: kind, isRequired: isRequired)
    }

    private func kind(_ section: Section) -> LookupFact.Kind? {
        let form = TextForm<String>(description: "text, date, money, number or flag") { text in
            ["text", "date", "money", "number", "flag"].contains(text) ? text : nil
        }
        guard section.required("type", form.description) != nil, let type = section.value("type", form) else {
            return nil
        }
        if type != "text", section["values"] != nil {
            log.error(at: section["values"], "“values” belong to “type: text”")
        }
        switch type {
        case "date": return .day
        case "money": return money(section)
        case "number": return .number
        case "flag": return .flag
        default: return .text(words: words(section))
        }
    }

    private func money(_ section: Section) -> LookupFact.Kind? {
        let form = TextForm<String>(description: "a currency such as EUR (ISO 4217)") { text in
            text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? text : nil
        }
        guard section.required("currency", form.description) != nil else { return nil }
        return section.value("currency", form).map { .money(currency: $0) }
    }

    /// `values: {shipped: {en: on its way, de: unterwegs}}`.
    private func words(_ section: Section) -> [String: [String: String]] {
        guard let node = section["values"], let entries = Section.entries(of: node, name: "values", log: log) else {
            return [:]
        }
        return entries.reduce(into: [:]) { words, entry in
            guard let word = entry.key.text else { return }
            let texts = Section.entries(of: entry.value, name: "values of \(word)", log: log) ?? []
            words[word] = texts.reduce(into: [:]) { $0[$1.key.text ?? ""] = $1.value.text }
        }
    }
}
