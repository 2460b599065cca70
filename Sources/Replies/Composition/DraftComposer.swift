package import Model

/// Makes the first version of a reply from what was read and the templates for it.
package struct DraftComposer: Sendable {
    private var templates: TemplateSet
    private let templateNames: [String: String]
    private let ownAddresses: Set<String>

    /// - Parameters:
    ///   - templateNames: by the ids of intents; an intent that is not there has the template of its own name.
    ///   - ownAddresses: the address keys of all inboxes (`Settings.ownAddresses`).
    package init(templates: TemplateSet, templateNames: [String: String] = [:], ownAddresses: Set<String> = []) {
        self.templates = templates
        self.templateNames = templateNames
        self.ownAddresses = ownAddresses
    }

    /// The same with other templates.
    package func drafting(with templates: TemplateSet) -> DraftComposer {
        var changed = self
        changed.templates = templates
        return changed
    }

    /// A draft for a person to decide about; nil where the message wants no answer (bounces, automatic replies,
    /// reports), cannot be read (encrypted), or is clearly about what no template answers.
    package func draft(
        reading: Reading,
        content: MessageContent,
        inbox: Inbox,
        situation: ReplySituation = ReplySituation()
    ) -> DraftBody? {
        guard reading.automatic.verdict.wantsAnswer, content.protection != .encrypted else { return nil }
        let chosen = chosen(for: reading, inbox: inbox)
        guard let language = chosen.first?.template.language else { return nil }
        let composition = Composition(
            chosen,
            reading: reading,
            content: content,
            inbox: inbox,
            situation: situation,
            parts: templates.parts(languages: [language], inbox: inbox.name),
            language: language
        )
        var body = body(of: composition)
        body.matters = reading.matters.isEmpty ? [] : chosen.flatMap(\.intents)
        return body
    }

    /// The names of the look-ups that a draft for what was read has a use for.
    package func lookups(for reading: Reading, inbox: Inbox) -> Set<String> {
        chosen(for: reading, inbox: inbox).reduce(into: []) { names, choice in
            names.formUnion(choice.template.lookups.compactMap(\.lookup))
        }
    }

    /// A draft for something other than a message: a promise that is late or early, a limit that ended, a check-back.
    ///
    /// - Parameters:
    ///   - reading: of the last message of the conversation.
    ///   - content: of the same message: whom and what it answers.
    /// - Returns: nil where there is no template for the occasion, or nobody to write to.
    package func draft(
        for facts: OccasionFacts,
        reading: Reading,
        content: MessageContent,
        inbox: Inbox,
        situation: ReplySituation = ReplySituation()
    ) -> DraftBody? {
        let languages = [reading.language, inbox.defaultLanguage]
        guard let name = facts.occasion.template,
            let template = templates.template(named: name, languages: languages, inbox: inbox.name)
        else { return nil }
        let matter = [facts.matter, facts.promise?.matter ?? ""].first { !$0.isEmpty } ?? reading.matters.first ?? ""
        let composition = Composition(
            [ChosenTemplate(matter, template)],
            reading: reading,
            content: content,
            inbox: inbox,
            situation: situation,
            parts: templates.parts(languages: [template.language], inbox: inbox.name),
            language: template.language,
            occasion: facts
        )
        var body = body(of: composition)
        guard !body.recipients.to.isEmpty else { return nil }
        body.occasion = facts.occasion
        body.matters = matter.isEmpty ? [] : [matter]
        return body
    }

    /// A reply that a person writes: recipients, subject, greeting and closing stand already. What it promises is for
    /// that person to say.
    package func blank(
        reading: Reading,
        content: MessageContent,
        inbox: Inbox,
        situation: ReplySituation = ReplySituation()
    ) -> DraftBody {
        let languages = [reading.language, inbox.defaultLanguage]
        let composition = Composition(
            [],
            reading: reading,
            content: content,
            inbox: inbox,
            situation: situation,
            parts: templates.parts(languages: languages, inbox: inbox.name),
            language: languages.first { $0 != "und" } ?? inbox.defaultLanguage,
            occasion: OccasionFacts(.message)
        )
        var body = body(of: composition)
        body.promise = nil
        return body
    }

    /// The templates of the message's matters, all in the language of the first and each for what no other says too;
    /// the clarifying question where no matter is clear.
    private func chosen(for reading: Reading, inbox: Inbox) -> [ChosenTemplate] {
        var languages = [reading.language, inbox.defaultLanguage]
        guard !reading.matters.isEmpty else {
            let template = templates.template(named: TemplateSet.unclear, languages: languages, inbox: inbox.name)
            return template.map { [ChosenTemplate("", $0)] } ?? []
        }
        var chosen: [ChosenTemplate] = []
        for matter in reading.clearMatters {
            let name = templateNames[matter] ?? matter
            if let index = chosen.firstIndex(where: { $0.template.name == name }) {
                chosen[index].intents.append(matter)
            } else if let template = templates.template(named: name, languages: languages, inbox: inbox.name) {
                chosen.append(ChosenTemplate(matter, template))
                languages = [template.language]
            }
        }
        return reading.namesSeveralOrders ? chosen : chosen.withoutRepetition()
    }

    private func body(of composition: Composition) -> DraftBody {
        let assembly = Assembly(composition)
        let template = composition.matters.first?.template
        let terms = assembly.terms
        var body = DraftBody(
            subject: subject(
                of: composition.content,
                otherwise: template?.subject.map { AddressMark.resolved($0, composition.formality) }
            ),
            text: assembly.reply.text,
            recipients: ReplyRecipients.of(composition.content, inbox: composition.inbox, ours: ownAddresses),
            template: template?.name ?? "",
            language: composition.language
        )
        body.slots = assembly.slots.slots(
            marks: Set(SlotMark.all(in: body.text).map(\.name)),
            due: Set(terms.compactMap(\.dueSlot)),
            language: composition.language
        )
        body.moves = assembly.reply.moves
        body.goodwillMatter = assembly.goodwillMatter
        body.promise = terms.isEmpty ? DraftPromise.none : .made(terms)
        body.limits = assembly.namedLimits
        body.formality = composition.formality
        body.form = composition.form
        body.recovery = composition.recovery
        body.wantsSecondPair =
            !composition.recovery.isEmpty
            && RecoveryCauses.isSecondFailure(composition.situation.customer, at: composition.situation.at)
        return body
    }

    private func subject(of content: MessageContent, otherwise: String?) -> String {
        otherwise.map { SubjectLine.reply(to: content.subject, otherwise: $0) }
            ?? SubjectLine.reply(to: content.subject)
    }
}

extension PromiseTerms {
    fileprivate var dueSlot: String? {
        if case .slot(let name) = due { name } else { nil }
    }
}

extension AutomaticVerdict.Kind {
    fileprivate var wantsAnswer: Bool {
        switch self {
        case .human, .list: true
        case .autoReply, .bounce, .deliveryReport, .report: false
        }
    }
}
