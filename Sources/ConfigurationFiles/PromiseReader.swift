import Model
import Replies
import Yams

/// Reads what a template file promises.
struct PromiseReader {
    let log: ProblemLog

    func promise(_ node: Node) -> PromiseDeclaration {
        if node.text == "none" { return .none }
        guard node.text == nil else {
            log.error(at: node, "“promise” should be “none” or {what: …, by: …}")
            return .none
        }
        guard let section = Section(node, name: "promise", keys: ["what", "by", "owner", "kept"], log: log),
            let what = section.required("what", "what is promised").flatMap({ section.text(of: $0, "what") }),
            let by = section.required("by", Self.forms), let deadline = deadline(by)
        else { return .none }
        let kept = section.value("kept", Self.fulfilment) ?? .deed
        let line = node.mark?.line ?? 1
        let owner = section.string("owner")
        return .promise(PromisePlan(what: what, by: deadline, owner: owner, fulfilment: kept, line: line))
    }

    private static let forms = "when it is due: {slot: NAME}, {within: 1 working day} or suggested"

    private static let fulfilment = TextForm<PromiseTerms.Fulfilment>(
        description: "“deed” (a person says that it is done) or “reply” (the next reply keeps it)"
    ) { PromiseTerms.Fulfilment(rawValue: $0) }

    private func deadline(_ node: Node) -> PromisePlan.Deadline? {
        if let text = node.text {
            if text == "suggested" { return .suggested }
            log.error(at: node, "“by” should say \(Self.forms); found “\(text)”")
            return nil
        }
        guard let section = Section(node, name: "by", keys: ["slot", "within"], log: log) else { return nil }
        switch (section["slot"], section["within"]) {
        case (let slot?, nil): return section.text(of: slot, "slot").map { .slot($0) }
        case (nil, .some): return section.value("within", Self.within)
        default:
            log.error(at: node, "“by” needs either “slot” or “within”")
            return nil
        }
    }

    private static let within = TextForm<PromisePlan.Deadline>(
        description: "a time such as 1 working day or 4 working hours"
    ) { text in
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "working", let count = Int(words[0]), (1...99).contains(count) else {
            return nil
        }
        switch words[2] {
        case "day", "days": return .workingDays(count)
        case "hour", "hours": return .workingHours(count)
        default: return nil
        }
    }
}
