import Model

/// Whether what a template promises has a day, and whether the customer is told of it.
struct PromiseCheck {
    private let head: FrontMatter
    private let long: [Move]
    private let short: [Move]?

    init(_ head: FrontMatter, long: [Move], short: [Move]?) {
        self.head = head
        self.long = long
        self.short = short
    }

    var faults: [TemplateFault] {
        guard case .promise(let plan) = head.promise, case .slot(let name) = plan.by else { return [] }
        guard let slot = head.slots.first(where: { $0.slot.name == name })?.slot else {
            return [fault(plan, "the promise is due by the slot [[\(name)]], which is not declared")]
        }
        guard slot.kind == .date else {
            return [fault(plan, "the promise is due by [[\(name)]], which is no day: give the slot “type: date”")]
        }
        if let short, !short.contains(where: { $0.text.slots.contains(name) || mentionsDue($0) }) {
            return [fault(plan, "the short form never says when: it lacks [[\(name)]], which the promise is due by")]
        }
        return []
    }

    private func mentionsDue(_ move: Move) -> Bool {
        move.text.placeholders.contains(.promiseDue)
    }

    private func fault(_ plan: PromisePlan, _ message: String) -> TemplateFault {
        TemplateFault(line: plan.line, message: message)
    }
}
