import Foundation
import MIME
import Model
import Replies

/// Makes the mail of an approved draft, threaded to what it answers, with the customer's message below; or what a chat
/// sends of it.
package struct ReplyMail: Sendable {
    private let token: MessageToken
    private let nonce: @Sendable () -> UInt64

    /// - Parameter nonce: random; makes each Message-ID its own.
    package init(token: MessageToken, nonce: @escaping @Sendable () -> UInt64) {
        self.token = token
        self.nonce = nonce
    }

    /// The mail, or what is still missing. An approved reply carries no `Auto-Submitted` (RFC 3834 §5.2): a person sent
    /// it.
    package func compose(_ reply: ReplyToCompose) -> ReplyComposition {
        var finished: FinishedReply
        do {
            finished = try FinishedReply(
                reply.draft.body,
                agent: reply.agent,
                today: CalendarDay(reply.at, in: reply.inbox.hours.zone)
            )
        } catch {
            return .refused(error.refusals)
        }
        let original = reply.record.messages.first { $0.id == reply.draft.message }?.content
        let domain = reply.inbox.sender.domain.isEmpty ? "chat.invalid" : String(reply.inbox.sender.domain)
        let messageID = token.mint(reply.draft.conversation, nonce: nonce(), domain: domain)
        if let origin = original?.chat, finished.recipients.isChat {
            guard let channel = reply.inbox.channel else { return .refused([.inboxGone(reply.record)]) }
            return ChatReplyComposition(reply: reply, origin: origin, channel: channel)
                .composed(finished, messageID: messageID)
        }
        if let original { finished.append(Quotation(of: original, language: reply.draft.body.language)) }
        return .composed(mail(finished, for: reply, answering: original, messageID: messageID))
    }

    private func mail(
        _ finished: FinishedReply,
        for reply: ReplyToCompose,
        answering original: MessageContent?,
        messageID: String
    ) -> ComposedMail {
        let sender = reply.inbox.sender
        let mail = MailToCompose(
            from: sender,
            to: finished.recipients.to,
            cc: finished.recipients.cc,
            subject: finished.subject,
            date: reply.at,
            messageID: messageID,
            inReplyTo: original?.messageID,
            references: Self.references(answering: original),
            text: finished.text,
            html: "<html><body>\n\(finished.html)\n</body></html>"
        )
        return ComposedMail(
            messageID: messageID,
            reversePath: sender.address,
            forwardPaths: Self.unique(finished.recipients.all),
            raw: Composer.compose(mail)
        )
    }

    /// RFC 5322 §3.6.4: the parent's References, or its only In-Reply-To, then its Message-ID.
    static func references(answering original: MessageContent?) -> [String] {
        guard let original, let parent = original.messageID else { return original?.references ?? [] }
        let earlier =
            original.references.isEmpty && original.inReplyTo.count == 1 ? original.inReplyTo : original.references
        return earlier.filter { $0 != parent } + [parent]
    }

    private static func unique(_ recipients: [MailAddress]) -> [String] {
        var seen: Set<String> = []
        return recipients.filter { seen.insert($0.key).inserted }.map(\.address)
    }
}
