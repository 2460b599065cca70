import Crypto
package import Foundation
package import Logging
import MIME
package import Model
import Replies
package import Storage

/// The one automatic mail: tells a customer that the message has arrived, where the inbox wants that.
///
/// Off unless configured. It goes out only if every rule N1 to N21 lets it: those that look at the message were judged
/// when it was read, and those that count what went out before are checked in the store's own transaction.
package struct Acknowledger: Sendable {
    private let store: any Store
    private let inboxes: [InboxName: (inbox: Inbox, text: AcknowledgementText)]
    private let limits: AutomaticMailLimits
    private let likelyDay: @Sendable (Inbox, Date) async -> CalendarDay?
    private let token: MessageToken
    private let nonce: @Sendable () -> UInt64
    private let queued: @Sendable () -> Void
    private let logger: Logger

    /// Throws where an inbox's text is no usable template.
    ///
    /// - Parameters:
    ///   - likelyDay: by when a message that comes then is answered, by experience; nil where there is too little of it.
    ///   - queued: tells the deliverer.
    package init(
        store: any Store,
        inboxes: [Inbox],
        limits: AutomaticMailLimits,
        likelyDay: @escaping @Sendable (Inbox, Date) async -> CalendarDay? = { _, _ in nil },
        token: MessageToken,
        nonce: @escaping @Sendable () -> UInt64,
        queued: @escaping @Sendable () -> Void,
        logger: Logger
    ) throws {
        self.store = store
        self.inboxes = try inboxes.reduce(into: [:]) { known, inbox in
            guard let acknowledgement = inbox.acknowledgement else { return }
            known[inbox.name] = (inbox, try AcknowledgementText(acknowledgement))
        }
        self.limits = limits
        self.likelyDay = likelyDay
        self.token = token
        self.nonce = nonce
        self.queued = queued
        self.logger = logger
    }

    /// To be called once when the program starts: a person has looked, so automatic mail may go out again.
    package func start() async throws {
        try await store.clearAlert(.automaticMailStopped, subject: Self.alertSubject)
    }

    private static let alertSubject = "acknowledgements"

    /// Acknowledges a message that was just filed, or notes why not.
    package func acknowledge(_ filing: Filing, filed: Filed, inbox name: InboxName) async {
        guard let (inbox, text) = inboxes[name], filed.sameAs == nil else { return }
        do {
            try await acknowledge(filing, filed, inbox: inbox, text: text)
        } catch {
            logger.error("acknowledgement", metadata: ["message": "\(filed.message)", "error": "\(error)"])
        }
    }

    private func acknowledge(_ filing: Filing, _ filed: Filed, inbox: Inbox, text: AcknowledgementText) async throws {
        let verdict = filing.reading.automatic
        guard verdict.mayAutoReply else {
            return try await withhold(filed, "\(verdict.rule) (\(verdict.source)): \(verdict.evidence)", at: filing.at)
        }
        if let stopped = try await store.alerts().first(where: { $0.kind == .automaticMailStopped }) {
            return try await withhold(filed, "N17: \(stopped.text)", at: filing.at)
        }
        guard let returnPath = try await returnPath(of: filed.message) else {
            return try await withhold(filed, "N1: there is no usable Return-Path", at: filing.at)
        }
        let due = await likelyDay(inbox, filing.at)
        guard let body = text.render(for: filing.content, inbox: inbox, due: due) else {
            return try await withhold(filed, "its text needs what this message does not give", at: filing.at)
        }
        let entry = AutomaticMailEntry(
            handle: Self.digest(text.handle),
            address: returnPath.key,
            domain: String(returnPath.domain),
            body: Self.digest(body),
            at: filing.at
        )
        let mail = mail(to: returnPath, body: body, filing, filed, inbox)
        switch try await store.acknowledge(filed.message, mail: mail, entry: entry, limits: limits) {
        case .queued: queued()
        case .withheld(let rule, let evidence): try await tripped(rule, evidence, at: filing.at)
        }
    }

    /// A limit over all mail, once reached, stops automatic mail until the program is started again.
    private func tripped(_ rule: String, _ evidence: String, at: Date) async throws {
        logger.notice("acknowledgement withheld", metadata: ["rule": "\(rule)", "evidence": "\(evidence)"])
        guard rule == "N17", evidence.hasSuffix("in a minute") else { return }
        let text = "Automatic mail is switched off: \(evidence). Start the program again once the cause is known."
        try await store.raise(Alert(kind: .automaticMailStopped, subject: Self.alertSubject, text: text, since: at))
    }

    private func withhold(_ filed: Filed, _ why: String, at: Date) async throws {
        try await store.note(
            .withheld,
            message: filed.message,
            conversation: filed.conversation,
            detail: why,
            by: "wavelength",
            at: at
        )
    }

    /// Where automatic mail goes: the Return-Path, never Reply-To or From (RFC 3834 §4).
    private func returnPath(of message: Message.ID) async throws -> MailAddress? {
        let parsed = ParsedMessage(parsing: try await store.raw(of: message))
        guard let path = parsed.fields.values(of: "Return-Path").first else { return nil }
        let address = path.trimmingCharacters(in: CharacterSet(charactersIn: "<> \t"))
        return address.contains("@") ? MailAddress(address: address) : nil
    }

    /// What RFC 3834 §3 and RFC 5230 §5 want an automatic answer to carry.
    private func mail(
        to returnPath: MailAddress,
        body: String,
        _ filing: Filing,
        _ filed: Filed,
        _ inbox: Inbox
    ) -> NewOutgoingMail {
        let messageID = token.mint(filed.conversation, nonce: nonce(), domain: String(inbox.sender.domain))
        let mail = MailToCompose(
            from: inbox.sender,
            to: [returnPath],
            subject: "Auto: \(SubjectLine.withoutReplyPrefix(filing.content.subject))",
            date: filing.at,
            messageID: messageID,
            inReplyTo: filing.content.messageID,
            references: ReplyMail.references(answering: filing.content),
            text: body,
            extraFields: [
                HeaderField(name: "Auto-Submitted", value: "auto-replied"),
                HeaderField(name: "X-Auto-Response-Suppress", value: "All"),
                HeaderField(name: "Precedence", value: "auto_reply"),
                HeaderField(name: MessagePreparation.loopField, value: token.loopMark(nonce: nonce())),
            ]
        )
        let composed = ComposedMail(
            messageID: messageID,
            reversePath: inbox.acknowledgement?.reversePath ?? "",
            forwardPaths: [returnPath.address],
            raw: Composer.compose(mail)
        )
        return NewOutgoingMail(kind: .acknowledgement, inbox: inbox.name, mail: composed, notBefore: filing.at)
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).prefix(16).hexadecimal
    }
}
