import Model

/// What the prose of a bounce says of the mail that bounced.
struct BounceDetails {
    let bounce: Bounce

    init(_ text: NoticeText, _ facts: MailFacts, isPermanent: Bool) {
        let returned = ReturnedMessage(embedded: facts.message.embedded, text: text.returned)
        let reason = Self.reason(text)
        bounce = Bounce(
            originalMessageID: returned.identifier ?? Self.line("message-id:", text).flatMap {
                ReturnedMessage.bare($0)
            }
                ?? Self.named(facts),
            originalSubject: returned.subject ?? Self.line("subject:", text),
            recipient: Self.recipient(text, facts, returned),
            status: Self.status(text, reason: reason, isPermanent: isPermanent),
            reason: reason.map { MailFacts.short(text.joined(from: $0)) },
            isPermanent: isPermanent
        )
    }

    /// The identifier where only the notice's own header names it.
    static func named(_ facts: MailFacts) -> String? {
        let fields = facts.values(.originalMessageID) + facts.values(.bareOriginalMessageID)
        return fields.lazy.compactMap { ReturnedMessage.bare($0) }.first ?? facts.message.content.inReplyTo.first
    }

    private static func recipient(_ text: NoticeText, _ facts: MailFacts, _ returned: ReturnedMessage) -> String? {
        if let failed = facts.addresses(.failedRecipients).first { return failed.address }
        let content = facts.message.content
        let known = Set((content.to + content.cc + [content.from].compactMap(\.self)).map(\.key))
        let finder = RecipientFinder(text, known: known)
        let theirs = returned.recipients.first { !known.contains($0.lowercased()) }
        if let found = finder.address, !known.contains(found.lowercased()) || theirs == nil { return found }
        return theirs ?? returned.recipients.first
    }

    /// A code that stands there, else the meaning of the words, else that of the reply code.
    private static func status(_ text: NoticeText, reason: Int?, isPermanent: Bool) -> String? {
        let line = reason.map { text.folded[text.prose[$0].lowerBound..<text.end(from: $0)] }
        if let code = line.flatMap({ StatusCode.enhanced(in: $0) }) ?? StatusCode.enhanced(in: text.spoken) {
            return code
        }
        return line.flatMap { FailureWording.status(of: $0, isPermanent: isPermanent) }
            ?? FailureWording.status(of: text.spoken, isPermanent: isPermanent)
    }

    /// The line that names the reason: one with a reply code, else with a status code, else with words for a failure.
    private static func reason(_ text: NoticeText) -> Int? {
        let lines = text.prose.indices.filter { (1...1000).contains(text.prose[$0].count) }
        return lines.first { StatusCode.reply(in: text.folded[text.prose[$0]]) != nil }
            ?? lines.first { StatusCode.enhanced(in: text.folded[text.prose[$0]]) != nil }
            ?? FailureWording.first(in: text.spoken).flatMap { found in
                lines.first { text.prose[$0].contains(found.range.lowerBound) }
            }
    }

    private static func line(_ name: String, _ text: NoticeText) -> String? {
        let name = Array(name.utf8)
        guard let line = text.prose.first(where: { text.folded[$0].starts(with: name) }) else { return nil }
        let value = TextLine.trim(Substring(text.string((line.lowerBound + name.count)..<line.upperBound)))
        return value.isEmpty ? nil : String(value)
    }
}

extension NoticeText {
    /// Where the sentence ends that begins in a line: at an empty line, or three lines on.
    func end(from line: Int) -> Int {
        var last = line
        while last + 1 < prose.count, last < line + 3, !prose[last + 1].isEmpty { last += 1 }
        return prose[last].upperBound
    }

    /// The lines of that sentence as one.
    func joined(from line: Int) -> String {
        let end = end(from: line)
        let lines = prose[line...].prefix { $0.upperBound <= end && !$0.isEmpty }
        return lines.map(string).joined(separator: " ")
    }
}
