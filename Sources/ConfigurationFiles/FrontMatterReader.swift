import Model
import Replies
import Yams

/// Reads the head of a template file.
struct FrontMatterReader {
    let log: ProblemLog

    func frontMatter(from yaml: String) -> FrontMatter? {
        guard let root = YAMLText.root(of: yaml, log: log) else { return nil }
        let keys = ["title", "subject", "slots", "promise"]
        guard let section = Section(root, name: "the front matter", keys: keys, log: log) else { return nil }
        let title = section.required("title", "what the template is for").flatMap { section.text(of: $0, "title") }
        let slots = section["slots"].map(slots) ?? []
        let promise = section.required("promise", "“none”, or {what: …, by: …}: what the reply promises").map(promise)
        return FrontMatter(
            title: title ?? "",
            subject: section.string("subject"),
            slots: slots,
            promise: promise ?? .none
        )
    }

    private func slots(_ node: Node) -> [SlotDeclaration] {
        guard let entries = Section.entries(of: node, name: "slots", log: log) else { return [] }
        return entries.compactMap { key, value in
            let name = key.text ?? ""
            let keys = ["label", "type", "required", "choices"]
            guard let section = Section(value, name: "slot \(name)", keys: keys, place: key, log: log) else {
                return nil
            }
            let label = section.required("label", "the question put to the person who fills it")
                .flatMap { section.text(of: $0, "label") }
            let isRequired = section.value("required", .flag) ?? true
            let slot = Slot(name: name, label: label ?? name, kind: kind(section), isRequired: isRequired)
            return SlotDeclaration(slot: slot, line: key.mark?.line ?? 1)
        }
    }

    private func kind(_ section: Section) -> Slot.Kind {
        let form = TextForm<String>(description: "text, date, money or choice") {
            ["text", "date", "money", "choice"].contains($0) ? $0 : nil
        }
        let type = section.value("type", form) ?? "text"
        if type != "choice", section["choices"] != nil {
            log.error(at: section["choices"], "“choices” belong to “type: choice”")
        }
        switch type {
        case "date": return .date
        case "money": return .money
        case "choice": return .choice(choices(section))
        default: return .text
        }
    }

    private func choices(_ section: Section) -> [String] {
        let choices =
            section.required("choices", "the texts to choose from").flatMap { _ in section.strings("choices") } ?? []
        if choices.count == 1 { log.error(at: section["choices"], "one choice is none: give at least two") }
        return choices.map(\.text)
    }

    private func promise(_ node: Node) -> PromiseDeclaration {
        if node.text == "none" { return .none }
        guard node.text == nil else {
            log.error(at: node, "“promise” should be “none” or {what: …, by: …}")
            return .none
        }
        guard let section = Section(node, name: "promise", keys: ["what", "by"], log: log),
            let what = section.required("what", "what is promised").flatMap({ section.text(of: $0, "what") }),
            let by = section.required("by", "when it is due: words such as “within one working day”, or {slot: NAME}")
        else { return .none }
        guard let deadline = deadline(by) else { return .none }
        return .promise(PromisePlan(what: what, by: deadline, line: node.mark?.line ?? 1))
    }

    private func deadline(_ node: Node) -> PromisePlan.Deadline? {
        if node.text != nil { return .workingDays(1) }
        let section = Section(node, name: "by", keys: ["slot"], log: log)
        return section?.required("slot", "the slot's name").flatMap { section?.text(of: $0, "slot") }.map { .slot($0) }
    }
}
