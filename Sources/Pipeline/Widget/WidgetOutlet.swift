import Chat
package import Foundation
package import Model
package import Storage

/// The way of a widget's replies: shown at once, and by mail as well to whoever left an address.
///
/// In charge of that the mail's fate never makes a reply unsaid. The reply is durably shown first (`markPartSent`); from
/// then on it can only become sent, whatever the relay says. A relay that asks to be tried again is; where one refuses, or
/// its answer is lost, the reply is kept as one whose mail a person has to know of (`MailedCopy`).
package struct WidgetOutlet: Sendable {
    /// Hands one mail to the relay of the inbox. It is handed over already as far as the outbox knows.
    package typealias Relay = @Sendable (ComposedMail) async -> DeliveryOutcome

    private let inbox: Inbox
    private let title: String
    private let store: any Store
    private let relay: Relay?
    private let token: MessageToken
    private let news: WidgetNews
    private let now: @Sendable () -> Date

    /// Seconds after the release for which a relay that puts us off is tried again. Less than
    /// `RetrySchedule.giveUpAfter`, behind which a reply counts as never said.
    private static let patience: TimeInterval = 2 * 86_400

    /// - Parameter relay: nil where the inbox cannot send mail.
    package init(
        inbox: Inbox,
        channel: WidgetChannel,
        store: any Store,
        relay: Relay?,
        token: MessageToken,
        news: WidgetNews,
        now: @escaping @Sendable () -> Date
    ) {
        self.inbox = inbox
        title = channel.title.isEmpty ? inbox.senderName : channel.title
        self.store = store
        self.relay = relay
        self.token = token
        self.news = news
        self.now = now
    }

    /// One try; `Deliverer.HandOver`.
    package func deliver(
        _ reply: OutgoingMail,
        willHandOver: @Sendable () async throws -> Void,
        partSent: @Sendable (SentPart) async throws -> Void
    ) async -> DeliveryOutcome {
        guard let chat = try? ChatReply(bytes: reply.mail.raw), let person = person(of: reply) else {
            return .refused(answer: "The stored reply is none that the widget can show.")
        }
        let copy: ComposedMail?
        do {
            copy = try await self.copy(of: reply, for: person)
            try await willHandOver()
            // Before the relay has it: what a stop leaves in the middle is not known.
            try await store.noteCopy(reply.id, copy == nil ? nil : .unknown)
            try await partSent(SentPart(number: chat.parts.count))
        } catch {
            return .deferred(answer: "It could not be recorded that the reply is shown: \(error)")
        }
        news.tell(person)
        guard let copy, let relay else { return .accepted(answer: "shown in the widget") }
        return await mail(copy, of: reply, by: relay)
    }

    /// nil where no mail is to be sent.
    private func copy(of reply: OutgoingMail, for person: ChatAddress) async throws -> ComposedMail? {
        guard relay != nil, let address = try await store.mailAddress(leftBy: person) else { return nil }
        return WidgetMail(inbox: inbox, title: title, token: token).composed(reply, to: address, at: reply.createdAt)
    }

    private func mail(_ copy: ComposedMail, of reply: OutgoingMail, by relay: Relay) async -> DeliveryOutcome {
        let answer = await relay(copy)
        // Where it cannot be kept, it stays unknown, which is as true as what the outbox knows then.
        try? await store.noteCopy(reply.id, fate(of: answer, reply))
        return outcome(of: answer, to: copy.forwardPaths.joined(separator: ", "), reply)
    }

    private func fate(of mail: DeliveryOutcome, _ reply: OutgoingMail) -> MailedCopy? {
        switch mail {
        case .accepted: .mailed
        case .refused: .refused
        case .unknown: .unknown
        case .deferred: isPatient(reply) ? nil : .refused
        }
    }

    private func isPatient(_ reply: OutgoingMail) -> Bool {
        now().timeIntervalSince(reply.createdAt) < Self.patience
    }

    private func person(of reply: OutgoingMail) -> ChatAddress? {
        reply.mail.forwardPaths.lazy.compactMap { ChatAddress(MailAddress(address: $0)) }.first
    }

    private func outcome(of mail: DeliveryOutcome, to address: String, _ reply: OutgoingMail) -> DeliveryOutcome {
        switch mail {
        case .accepted(let answer): return .accepted(answer: "shown in the widget, and mailed to \(address): \(answer)")
        case .refused(let answer):
            return .accepted(answer: "shown in the widget, but not mailed to \(address): \(answer)")
        case .unknown(let answer):
            return .accepted(answer: "shown in the widget; whether \(address) has it as mail is not known: \(answer)")
        case .deferred(let answer, let retryAfter):
            guard isPatient(reply) else {
                return .accepted(answer: "shown in the widget; the mail to \(address) was given up: \(answer)")
            }
            return .deferred(
                answer: "shown in the widget; not yet mailed to \(address): \(answer)",
                retryAfter: retryAfter
            )
        }
    }
}
