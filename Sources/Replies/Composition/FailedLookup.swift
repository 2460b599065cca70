import Model

/// A look-up that failed and that a matter's answer cannot do without.
struct FailedLookup {
    let part: PartName
    private let matter: MatterReply

    /// nil where nothing that the moves need is missing because of a look-up.
    init?(of matter: MatterReply, in composition: Composition) {
        let failures = composition.situation.lookupFailures
        let needed = Self.needed(by: matter, composition.slots)
        guard let name = needed.sorted().first(where: { failures[$0] != nil }), let failure = failures[name] else {
            return nil
        }
        part = failure == .missing ? .lookupMissing : .lookupLate
        self.matter = matter
    }

    /// The look-ups behind the holes of the text.
    private static func needed(by matter: MatterReply, _ slots: SlotBook) -> Set<String> {
        var needed: Set<String> = []
        for move in matter.moves where move.name != .samePage {
            let text = move.text.render(matter.context)
            let marks = Set(SlotMark.all(in: text).map(\.name))
            for declaration in marks.compactMap(slots.declaration) {
                guard declaration.slot.isRequired, declaration.slot.value == nil else { continue }
                if let lookup = declaration.from.flatMap(Placeholder.init)?.lookup { needed.insert(lookup) }
            }
            for placeholder in move.text.placeholders where marks.contains(placeholder.slotName) {
                if let lookup = placeholder.lookup { needed.insert(lookup) }
            }
        }
        return needed
    }

    /// What the reply promises instead: an answer, by what the part says or within one working day.
    func terms(_ part: Part, _ context: TextContext) -> PromiseTerms {
        if case .promise(let plan) = part.promise {
            return PromiseTerms(plan, matter: matter.matter, context: context, dueSlot: SlotName.promiseDue)
        }
        return PromiseTerms(
            what: matter.terms?.what ?? matter.template.title,
            due: .workingDays(1),
            matter: matter.matter,
            fulfilment: .reply
        )
    }
}
