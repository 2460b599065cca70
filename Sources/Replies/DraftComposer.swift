package import Model

/// Makes the first version of a reply from what was read and the template for it.
package struct DraftComposer: Sendable {
    private let templates: TemplateSet
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

    /// A draft for a person to decide about; nil where the message wants no answer (bounces, automatic replies,
    /// reports), cannot be read (encrypted), or has a clear intent without a template.
    package func draft(
        reading: Reading,
        content: MessageContent,
        inbox: Inbox,
        situation: ReplySituation = ReplySituation()
    ) -> DraftBody? {
        guard reading.automatic.verdict.wantsAnswer, content.protection != .encrypted else { return nil }
        let languages = [reading.language, inbox.defaultLanguage]
        let name = reading.matters.first.map { templateNames[$0] ?? $0 } ?? TemplateSet.unclear
        guard let template = templates.template(named: name, languages: languages) else {
            return nil
        }
        let values = PlaceholderValues(reading: reading, content: content, inbox: inbox)
        let moves = template.moves.map { $0.text.render(values) }
        var body = envelope(moves, values, content: content, inbox: inbox, languages: [template.language])
        body.subject = subject(of: content, otherwise: template.subject)
        body.template = template.name
        body.slots = slots(in: body.text, of: template)
        return body
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
        nil
    }

    /// A reply that a person writes: recipients, subject, greeting and closing stand already.
    package func blank(
        reading: Reading,
        content: MessageContent,
        inbox: Inbox,
        situation: ReplySituation = ReplySituation()
    ) -> DraftBody {
        let values = PlaceholderValues(reading: reading, content: content, inbox: inbox)
        var body = envelope(
            [],
            values,
            content: content,
            inbox: inbox,
            languages: [reading.language, inbox.defaultLanguage]
        )
        body.slots = slots(in: body.text, of: nil)
        return body
    }

    private func envelope(
        _ moves: [String],
        _ values: PlaceholderValues,
        content: MessageContent,
        inbox: Inbox,
        languages: [String]
    ) -> DraftBody {
        let parts = templates.parts(languages: languages)
        let greeting = parts?.greeting.render(values) ?? ""
        let closing = [parts?.closing.render(values) ?? "", signature(of: inbox)].filter { !$0.isEmpty }
        return DraftBody(
            subject: subject(of: content, otherwise: nil),
            text: Paragraphs.joined([greeting] + moves + [closing.joined(separator: "\n")]),
            recipients: ReplyRecipients.of(content, inbox: inbox, ours: ownAddresses),
            language: languages.first { $0 != "und" } ?? inbox.defaultLanguage
        )
    }

    private func subject(of content: MessageContent, otherwise: String?) -> String {
        otherwise.map { SubjectLine.reply(to: content.subject, otherwise: $0) }
            ?? SubjectLine.reply(to: content.subject)
    }

    private func signature(of inbox: Inbox) -> String {
        let written = Paragraphs.tidy(inbox.signature)
        return written.isEmpty ? MarkdownText.escaped(MarkdownText.singleLine(inbox.senderName)) : written
    }

    /// The template's slots that this draft came to hold, then those that stand for missing values.
    private func slots(in text: String, of template: Template?) -> [Slot] {
        let marks = Set(SlotMark.all(in: text).map(\.name))
        let declared = (template?.slots ?? []).filter { marks.contains($0.name) }
        return declared + Placeholder.slots.filter { marks.contains($0.name) }
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
