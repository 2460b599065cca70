import Model
import Replies
import Yams

/// Reads the head of a template file.
struct FrontMatterReader {
    let log: ProblemLog

    private static let keys = [
        "title", "subject", "topic", "slots", "promise", "limits", "goodwill", "moves", "answers",
    ]

    func frontMatter(from yaml: String) -> FrontMatter? {
        guard let root = YAMLText.root(of: yaml, log: log),
            let section = Section(root, name: "the front matter", keys: Self.keys, log: log)
        else { return nil }
        let title = section.required("title", "what the template is for").flatMap { section.text(of: $0, "title") }
        let slots = section["slots"].map(SlotReader(log: log).slots) ?? []
        let promise = section.required("promise", "“none”, or {what: …, by: …}: what the reply promises")
            .map(PromiseReader(log: log).promise)
        let answers = names(section, "answers")
        return FrontMatter(
            title: title ?? "",
            subject: section.string("subject"),
            topic: section.string("topic"),
            slots: slots,
            promise: promise ?? .none,
            limits: names(section, "limits"),
            goodwill: names(section, "goodwill"),
            moves: section["moves"].map(moves) ?? [],
            answersAll: answers.contains { $0.name == Self.allAsks },
            alsoAnswers: answers.filter { $0.name != Self.allAsks }
        )
    }

    /// The head of a part, in which nothing is required.
    func partHead(from yaml: String) -> (slots: [SlotDeclaration], promise: PromiseDeclaration) {
        guard let root = YAMLText.root(of: yaml, log: log),
            let section = Section(root, name: "the front matter", keys: ["title", "slots", "promise"], log: log)
        else { return ([], .none) }
        let promise = section["promise"].map(PromiseReader(log: log).promise)
        return (section["slots"].map(SlotReader(log: log).slots) ?? [], promise ?? .none)
    }

    /// In the place of intents: whatever else a message asks.
    private static let allAsks = "all"

    private func names(_ section: Section, _ key: String) -> [NamedLine] {
        (section.strings(key) ?? []).map { NamedLine($0.text, line: $0.node.mark?.line ?? 1) }
    }

    private func moves(_ node: Node) -> [MoveRule] {
        guard let entries = Section.entries(of: node, name: "moves", log: log) else { return [] }
        return entries.compactMap { key, value in
            let name = key.text ?? ""
            guard let section = Section(value, name: "move \(name)", keys: ["when", "unless"], place: key, log: log)
            else { return nil }
            if section["when"] == nil, section["unless"] == nil {
                log.error(at: key, "the rule of “\(name)” needs “when” or “unless”: which situations call for it")
            }
            return MoveRule(
                move: NamedLine(name, line: key.mark?.line ?? 1),
                when: names(section, "when"),
                unless: names(section, "unless")
            )
        }
    }
}
