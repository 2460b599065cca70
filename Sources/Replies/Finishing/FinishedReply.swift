package import Model

/// A draft ready to become a mail: every slot filled, in both forms of text.
package struct FinishedReply: Hashable, Sendable {
    package private(set) var subject: String
    package private(set) var recipients: Recipients
    /// Plain text.
    package private(set) var text: String
    /// A fragment of HTML without any that somebody wrote.
    package private(set) var html: String

    /// Fills the slots and renders the Markdown.
    ///
    /// - Parameters:
    ///   - agent: the display name of who releases it.
    ///   - today: in the inbox's zone; nothing can be promised for a day before it.
    /// - Throws: everything that keeps the draft from being sent: open slots, placeholders and brackets left over, days
    ///   and amounts that are none, a promise that nobody decided about or that is over, no text, no recipient. What a
    ///   hole would have held is never guessed.
    package init(_ body: DraftBody, agent: String, today: CalendarDay) throws(Unsendable) {
        let filled = SlotFilling(body, agent: agent)
        let document = MarkdownDocument(filled.text)
        let text = document.plainText()
        let refusals = Self.refusals(filled, PromiseObjections(body, today: today)) + Self.refusals(body, text: text)
        guard refusals.isEmpty else { throw Unsendable(refusals: refusals) }
        subject = MarkdownText.singleLine(body.subject)
        recipients = body.recipients
        self.text = text
        html = "<div style=\"\(Self.style)\">\n\(document.html())</div>"
    }

    private static let style = "font-family:sans-serif;line-height:1.5"

    private static func refusals(_ filled: SlotFilling, _ promise: PromiseObjections) -> [Refusal] {
        var seen: Set<String> = []
        let open = (filled.open + promise.open).filter { seen.insert($0).inserted }
        let others = filled.refusals + promise.refusals.filter { !filled.refusals.contains($0) }
        return (open.isEmpty ? [] : [.openSlots(open)]) + others
    }

    private static func refusals(_ body: DraftBody, text: String) -> [Refusal] {
        var refusals: [Refusal] = []
        if text.allSatisfy(\.isWhitespace) { refusals.append(.notSendable("The reply has no text.")) }
        if body.recipients.to.isEmpty { refusals.append(.notSendable("There is nobody to send it to.")) }
        for address in body.recipients.all where !ReplyRecipients.isUsable(address) {
            refusals.append(.notSendable("“\(MarkdownText.singleLine(address.address))” is no mail address."))
        }
        if MarkdownText.singleLine(body.subject).isEmpty { refusals.append(.notSendable("The subject is empty.")) }
        return refusals
    }

    /// Puts the customer's message below the reply.
    package mutating func append(_ quotation: Quotation) {
        text += "\n\n" + quotation.text
        html += "\n" + quotation.html
    }
}

/// Why a draft cannot be sent as it stands.
package struct Unsendable: Error, Hashable, Sendable {
    package let refusals: [Refusal]

    package init(refusals: [Refusal]) {
        self.refusals = refusals
    }
}
