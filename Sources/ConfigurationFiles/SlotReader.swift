import Model
import Replies
import Yams

/// Reads the slots that a template file declares.
struct SlotReader {
    let log: ProblemLog

    private static let keys = ["label", "type", "required", "choices", "from"]

    func slots(_ node: Node) -> [SlotDeclaration] {
        guard let entries = Section.entries(of: node, name: "slots", log: log) else { return [] }
        return entries.compactMap { key, value in
            let name = key.text ?? ""
            guard let section = Section(value, name: "slot \(name)", keys: Self.keys, place: key, log: log) else {
                return nil
            }
            let label = section.required("label", "the question put to the person who fills it")
                .flatMap { section.text(of: $0, "label") }
            let isRequired = section.value("required", .flag) ?? true
            let slot = Slot(name: name, label: label ?? name, kind: kind(section), isRequired: isRequired)
            return SlotDeclaration(slot: slot, from: section.string("from"), line: key.mark?.line ?? 1)
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
        var seen: Set<String> = []
        for (node, text) in choices where !seen.insert(text).inserted {
            log.error(at: node, "the choice “\(text)” is there twice")
        }
        return choices.map(\.text)
    }
}
