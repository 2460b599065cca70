import Model

/// Puts a reply together: which moves are said, in which order, and what stands between them.
struct Assembly {
    let composition: Composition
    private(set) var reply = ReplyText()
    private(set) var slots: SlotBook
    private(set) var namedLimits: [String] = []
    private var matters: [MatterReply]
    /// Whether a gesture may still be offered: at most once in a reply.
    private var mayOffer: Bool
    /// The matter whose words offer it.
    private(set) var goodwillMatter = ""
    private var heldFeedback: (Move, MatterReply)?

    init(_ composition: Composition) {
        self.composition = composition
        slots = composition.slots
        matters = composition.matters
        mayOffer = !composition.offers.isEmpty
        sayPart(.greeting)
        answerFailedLookups()
        sayOpening()
        for index in matters.indices { sayMatter(index) }
        for ask in composition.leftAsks { answer(ask) }
        if let (move, matter) = heldFeedback { say(move, of: matter) }
        reply.append(ReplyEnding(composition).text)
    }

    /// What the reply promises, in the order of its matters.
    var terms: [PromiseTerms] {
        matters.compactMap(\.terms)
    }

    private var isPlain: Bool {
        matters.count == 1 && composition.leftAsks.isEmpty
    }
}

extension Assembly {
    /// That we understood; then what we make up for; then what we cannot do.
    private mutating func sayOpening() {
        for index in matters.indices {
            let isTold = matters.count == 1 ? matters[index].moves.first?.name == .samePage : index == 0
            guard isTold || matters.count > 1 && !matters[index].asks.isEmpty else { continue }
            if let move = matters[index].take(.samePage) { say(move, of: matters[index]) }
        }
        if !composition.recovery.isEmpty { sayRecovery() }
        for (index, limit) in composition.limits.enumerated() { say(limit, isFirst: index == 0) }
    }

    private mutating func sayRecovery() {
        for index in matters.indices {
            guard let move = matters[index].take(.recovery) else { continue }
            return say(move, of: matters[index])
        }
        // A short form that has none says what there is to say in its gain.
        let isWritten = matters.contains { $0.template.moves.contains { $0.name == .recovery } }
        if composition.form == .mail || !isWritten { sayPart(.recovery, as: .recovery) }
    }

    private mutating func say(_ limit: Limit, isFirst: Bool) {
        if isFirst, let index = matters.firstIndex(where: { $0.moves.contains(where: \.namesLimit) }),
            let move = matters[index].takeNamedLimit()
        {
            say(move, of: matters[index])
            namedLimits.append(limit.id)
            return
        }
        var context = composition.context
        context.values.take(limit, language: composition.language)
        if sayPart(.limit, as: .limit, context) { namedLimits.append(limit.id) }
    }

    private mutating func sayMatter(_ index: Int) {
        let matter = matters[index]
        if index > 0, let topic = matter.template.topic {
            var context = matter.context
            context.values[.topic] = AddressMark.resolved(topic, composition.formality)
            sayPart(.joint, context)
        }
        for move in matter.moves {
            switch move.name {
            case .samePage where index > 0, .ahead where index > 0: continue
            case .feedback where !isPlain: heldFeedback = heldFeedback ?? (move, matter)
            default: say(move, of: matter)
            }
            if move.name == .gain { offerGesture(for: matter) }
        }
        if index == 0 { offerGesture(for: matter) }
    }

    /// Something to come back for, after a failure, where no template of the reply offers it itself.
    private mutating func offerGesture(for matter: MatterReply) {
        guard mayOffer, !composition.recovery.isEmpty else { return }
        let isOffered = matters.contains { $0.moves.contains { $0.text.slots.contains(SlotName.goodwill) } }
        guard !isOffered, sayPart(.goodwill, as: .gain) else { return }
        take(offerOf: matter)
    }

    private mutating func say(_ move: Move, of matter: MatterReply) {
        var words = move.text.render(matter.context)
        if move.text.slots.contains(SlotName.goodwill) {
            if mayOffer { take(offerOf: matter) } else { words = Self.withoutOffer(words) }
        }
        reply.append(RestatedAsk.punctuated(words, matter.context.values[.ask]), as: move.name, matter: matter.matter)
    }

    private mutating func take(offerOf matter: MatterReply) {
        mayOffer = false
        goodwillMatter = matter.matter
    }

    /// Nothing may be given: the lines that offer it fall away.
    private static func withoutOffer(_ words: String) -> String {
        let mark = SlotMark.text(SlotName.goodwill)
        let lines = TextLines.of(words)
        return Paragraphs.tidy(lines.filter { $0.firstOctets(of: mark) == nil }.joined(separator: "\n"))
    }

    private mutating func answer(_ ask: String) {
        let escaped = MarkdownText.escaped(ask)
        var context = composition.context
        context.values[.ask] = escaped
        guard let part = composition.parts?[.askLeft] else {
            let question = UsualQuestion.answer.text(in: composition.language)
            let slot = Slot(name: "answer", label: "\(question) “\(ask)”")
            let names = slots.admit([SlotDeclaration(slot: slot, line: 1)])
            return reply.append("“\(escaped)”\n\n\(SlotMark.text(names["answer"] ?? "answer"))", as: .gain)
        }
        let declared = part.slots(composition.language, composition.formality).map { declaration in
            var declaration = declaration
            declaration.slot.label += " “\(ask)”"
            return declaration
        }
        context.slotNames = slots.admit(declared)
        let words = part.text(in: composition.form).render(context)
        reply.append(RestatedAsk.punctuated(words, escaped), as: .gain)
    }

    /// - Returns: whether there is such a part, and it says something.
    @discardableResult
    private mutating func sayPart(_ name: PartName, as move: MoveName? = nil, _ context: TextContext? = nil) -> Bool {
        guard let part = composition.parts?[name] else { return false }
        var context = context ?? composition.context
        context.slotNames = slots.admit(part.slots(composition.language, composition.formality))
        slots.fill(from: context.values)
        let words = part.text(in: composition.form).render(context)
        reply.append(words, as: move)
        return !words.isEmpty
    }
}

extension Assembly {
    /// Where what a look-up should have said is needed and not there, the reply says so, and by when it is known, in
    /// place of an answer with holes.
    private mutating func answerFailedLookups() {
        guard !composition.situation.lookupFailures.isEmpty else { return }
        for index in matters.indices {
            guard let failure = FailedLookup(of: matters[index], in: composition),
                let part = composition.parts?[failure.part]
            else { continue }
            var context = matters[index].context
            context.slotNames = slots.admit(part.slots(composition.language, composition.formality))
            slots.fill(from: context.values)
            let kept = matters[index].moves.filter { [.samePage, .recovery].contains($0.name) }
            matters[index].moves = kept + [Move(name: .doing, text: part.text(in: composition.form))]
            matters[index].context.slotNames.merge(context.slotNames) { $1 }
            matters[index].terms = failure.terms(part, context)
        }
    }
}
