import Model

/// What one reply is composed of and with.
struct Composition {
    let reading: Reading
    let content: MessageContent
    let inbox: Inbox
    let situation: ReplySituation
    let parts: LanguageParts?
    let language: String
    let formality: Formality
    let form: ReplyForm
    let recovery: [RecoveryCause]
    /// For the reply as a whole.
    private(set) var context: TextContext
    private(set) var matters: [MatterReply] = []
    /// By matter.
    private var asks: [String: [Ask]] = [:]
    private var orders = MatterOrders()
    /// What was promised before, where the reply says that it will not hold.
    private var latePromise: Promise?
    /// What no template answers, in the customer's words.
    private(set) var leftAsks: [String] = []
    private(set) var limits: [Limit] = []
    private(set) var offers: [GoodwillOffer] = []
    private(set) var slots = SlotBook()

    /// - Parameters:
    ///   - templates: in the order of the reply.
    ///   - occasion: set for a draft that answers no message.
    init(
        _ templates: [ChosenTemplate],
        reading: Reading,
        content: MessageContent,
        inbox: Inbox,
        situation: ReplySituation,
        parts: LanguageParts?,
        language: String,
        occasion: OccasionFacts? = nil
    ) {
        self.reading = reading
        self.content = content
        self.inbox = inbox
        self.situation = situation
        self.parts = parts
        self.language = language
        formality = situation.customer.formality ?? inbox.formality
        form = inbox.form
        recovery = occasion == nil ? RecoveryCauses.of(reading, customer: situation.customer) : []
        context = TextContext(
            values: PlaceholderValues(
                reading: reading,
                content: content,
                inbox: inbox,
                facts: situation.facts,
                language: language
            ),
            signs: Self.signs(reading, recovery, formality, isSeveral: templates.count > 1),
            formality: formality
        )
        if let occasion { takeFacts(occasion) }
        takeLimits(templates.map(\.template), matters: templates.map(\.matter), isOccasion: occasion != nil)
        takeAsks(templates, isOccasion: occasion != nil)
        for chosen in templates { take(chosen.matter, chosen.template) }
        takeOffers(templates.map(\.template))
    }

    private static func signs(
        _ reading: Reading,
        _ recovery: [RecoveryCause],
        _ formality: Formality,
        isSeveral: Bool
    ) -> Signs {
        var signs = Signs(reading.signals)
        for cause in recovery { signs.formUnion([Signs(cause), .recovery]) }
        for circumstance in reading.circumstances { signs.insert(Signs(circumstance.kind)) }
        signs.insert(formality == .formal ? .formal : .informal)
        if isSeveral { signs.insert(.severalMatters) }
        return signs
    }

    private mutating func takeFacts(_ occasion: OccasionFacts) {
        if case .promiseLate = occasion.occasion { latePromise = occasion.promise }
        if let promise = occasion.promise {
            context.values.set(.promiseWhat, to: .text(promise.what), language: language)
            let due = CalendarDay(promise.dueAt, in: inbox.hours.zone)
            context.values.set(.promiseDue, to: .day(due), language: language)
        }
        if let day = occasion.newDue { context.values.set(.promiseNewDue, to: .day(day), language: language) }
        if let limit = occasion.limit { context.values.take(limit, language: language) }
    }

    private mutating func takeLimits(_ templates: [Template], matters: [String], isOccasion: Bool) {
        guard !isOccasion else { return }
        let today = CalendarDay(situation.at, in: inbox.hours.zone)
        let inForce = situation.limits.filter { $0.isInForce(on: today) }
        let named = Set(templates.flatMap { $0.limits.map(\.name) })
        limits = TouchedLimits(inForce, matters: matters, named: named)
            .touched(by: reading, subject: content.subject, languages: [reading.language, language])
        if let first = limits.first { context.values.take(first, language: language) }
    }

    private mutating func takeOffers(_ templates: [Template]) {
        let named = Set(templates.flatMap { $0.goodwill.map(\.name) })
        offers = situation.offers.filter { named.contains($0.id) || named.isEmpty && !recovery.isEmpty }
        guard !offers.isEmpty else { return }
        let slot = Slot(
            name: SlotName.goodwill,
            label: UsualQuestion.goodwill.text(in: language),
            kind: .goodwill(offers),
            isRequired: false
        )
        _ = slots.admit([SlotDeclaration(slot: slot, line: 1)])
    }

    private mutating func takeAsks(_ templates: [ChosenTemplate], isOccasion: Bool) {
        guard !isOccasion else { return }
        let assignment = AskAssignment(reading, chosen: templates)
        asks = assignment.asks
        orders = MatterOrders(
            reading,
            chosen: templates,
            asks: asks,
            named: LabelledNumbers.numbers(of: .order, in: content.subject[...])
        )
        guard !templates.contains(where: { $0.template.answersAll }) else { return }
        leftAsks = assignment.left.map { RestatedAsk.quoted($0.span.text, language: reading.language) }
        // A matter that nobody wrote a template for is answered by a person.
        let known = Set(templates.flatMap(\.intents))
        for matter in reading.clearMatters where !known.contains(matter) && leftAsks.count < 4 {
            let own = reading.intents.first { $0.intent == matter }
            if assignment.left.isEmpty, let words = RestatedAsk.words(of: own, asks: [], in: reading) {
                leftAsks.append(words)
            }
        }
    }

    private mutating func take(_ matter: String, _ template: Template) {
        var reply = MatterReply(matter: matter, template: template, context: context)
        reply.asks = asks[matter] ?? []
        reply.context.slotNames = slots.admit(template.slots(formality))
        if let own = orders[matter] { reply.context.values.set(.orderID, to: .text(own), language: language) }
        if template.quotesAsk { reply.context.values[.ask] = ask(of: reply) }
        takePromise(of: &reply)
        slots.fill(from: reply.context.values)
        reply.moves = template.moves(in: form).filter { $0.isSaid(in: reply.context) && isFitting($0) }
        matters.append(reply)
    }

    private func ask(of reply: MatterReply) -> String? {
        let scored = reading.intents.first { $0.intent == reply.matter } ?? reading.chosenIntent
        let asks = reply.asks.isEmpty ? reading.asksToAnswer : reply.asks
        return RestatedAsk.words(of: scored, asks: asks, in: reading).map(MarkdownText.escaped)
    }

    /// Nobody is asked for praise while something is mended, and a limit is named only where there is one.
    private func isFitting(_ move: Move) -> Bool {
        switch move.name {
        case .feedback: recovery.isEmpty
        case .limit: context.values.has(.limitWhat) || !move.namesLimit
        default: true
        }
    }

    private mutating func takePromise(of reply: inout MatterReply) {
        guard case .promise(let plan) = reply.template.promise else { return }
        let what = AddressMark.resolved(plan.what, formality)
        var dueSlot = SlotName.promiseDue
        if plan.by == .suggested {
            let slot = Slot(name: dueSlot, label: "\(what): \(UsualQuestion.dueDay.text(in: language))", kind: .date)
            dueSlot = slots.admit([SlotDeclaration(slot: slot, line: plan.line)])[dueSlot] ?? dueSlot
        }
        var terms = PromiseTerms(plan, matter: reply.matter, context: reply.context, dueSlot: dueSlot)
        terms.what = what
        if let late = latePromise { terms.goOn(from: late) }
        reply.terms = terms
        guard case .slot(let name) = terms.due else { return }
        if !reply.context.values.has(.promiseDue) { reply.context.values[.promiseDue] = SlotMark.text(name) }
        if !reply.context.values.has(.promiseWhat) {
            reply.context.values[.promiseWhat] = MarkdownText.escaped(MarkdownText.singleLine(what))
        }
        situation.suggestedDays[reply.matter].map { slots.suggest($0, for: name) }
    }
}
