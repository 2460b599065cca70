import Model

/// Whether what a template promises has a day, and whether the customer is told of it.
struct PromiseCheck {
    private let head: FrontMatter
    private let bodyLine: Int
    private let isOccasion: Bool
    private let long: [Move]
    private let short: [Move]?

    init(_ source: TemplateSource, long: [Move], short: [Move]?) {
        head = source.frontMatter
        bodyLine = source.bodyLine
        isOccasion = Occasion.templates.contains(source.name)
        self.long = long
        self.short = short
    }

    var faults: [TemplateFault] {
        slotFaults + dayFaults
    }

    /// An occasion speaks of the promise that it is about.
    private var dayFaults: [TemplateFault] {
        guard !isOccasion, (long + (short ?? [])).contains(where: mentionsDue) else { return [] }
        switch head.promise {
        case .promise(let plan) where plan.by.isDay: return []
        case .promise(let plan):
            return [fault(plan, "{{promise.due}} is no day here: say the time in words, or give “by” a slot")]
        case .none:
            let message = "{{promise.due}} stands for nothing, since the front matter promises nothing"
            return [TemplateFault(line: bodyLine, message: message)]
        }
    }

    private var slotFaults: [TemplateFault] {
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

extension PromisePlan.Deadline {
    /// Whether the reply can say the day.
    fileprivate var isDay: Bool {
        switch self {
        case .slot, .suggested: true
        case .workingHours, .workingDays: false
        }
    }
}
