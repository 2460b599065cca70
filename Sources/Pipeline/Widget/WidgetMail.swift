import Chat
import Foundation
import MIME
import Model

/// A reply of the widget as the mail that also brings it to whoever left an address: the same words, and why it comes.
struct WidgetMail {
    let inbox: Inbox
    /// What stands at the head of the widget.
    let title: String
    let token: MessageToken

    /// nil where the bytes are no reply of a chat.
    ///
    /// The address proves nothing, so nobody but its owner must get more by it than the answer itself: what the visitor
    /// wrote is not quoted.
    ///
    /// - Parameter at: of the reply's release, so that it is the same mail whenever it is tried.
    func composed(_ reply: OutgoingMail, to address: String, at: Date) -> ComposedMail? {
        guard let chat = try? ChatReply(bytes: reply.mail.raw) else { return nil }
        let domain = String(inbox.sender.domain)
        let mail = MailToCompose(
            from: inbox.sender,
            to: [MailAddress(address: address)],
            subject: subject,
            date: at,
            messageID: reply.mail.messageID,
            // The mails of one conversation have a common ancestor that was never sent, so that programs show them as one.
            references: [token.mint(reply.conversation, nonce: 0, domain: domain)],
            text: chat.parts.joined(separator: "\n\n") + "\n\n" + reason
        )
        return ComposedMail(
            messageID: reply.mail.messageID,
            reversePath: inbox.sender.address,
            forwardPaths: [address],
            raw: Composer.compose(mail)
        )
    }

    private var subject: String {
        let name = title.isEmpty ? inbox.sender.domain.description : title
        return switch inbox.defaultLanguage.prefix(2) {
        case "de": "Antwort aus dem Chat: \(name)"
        case "fr": "Réponse du chat\u{A0}: \(name)"
        case "es": "Respuesta del chat: \(name)"
        default: "Answer from the chat: \(name)"
        }
    }

    private var reason: String {
        switch inbox.defaultLanguage.prefix(2) {
        case "de":
            "(Diese Adresse wurde in unserem Chat hinterlassen. Sie können auf diese Mail antworten.)"
        case "fr":
            "(Cette adresse a été laissée dans notre chat. Vous pouvez répondre à ce message.)"
        case "es":
            "(Esta dirección se dejó en nuestro chat. Puede responder a este correo.)"
        default:
            "(This address was left in our chat. You can answer this mail.)"
        }
    }
}
