package import Foundation
package import Model

/// How the files of one provider are found, where a message alone does not do. Values only: who asks is elsewhere.
package protocol FileAPI: Sendable {
    /// As people call it: `Slack`.
    var provider: String { get }
    /// Where it is asked, for sentences: no token is in it.
    var address: APIAddress { get }

    /// Where a file is, or how to ask for that.
    func lookup(of file: ChatAttachment, secret: String) throws(AttachmentRefusal) -> FileLookup

    /// Where the file is, by the answer to the question.
    func place(in answer: APIAnswer, secret: String, at now: Date) throws(AttachmentRefusal) -> FilePlace
}

package enum FileLookup: Hashable, Sendable {
    case known(FilePlace)
    case asked(APIRequest)
}

extension FileAPI {
    /// Of a provider whose messages say where files are, nothing is asked.
    package func place(in answer: APIAnswer, secret: String, at now: Date) throws(AttachmentRefusal) -> FilePlace {
        throw nonsense(answer)
    }

    func nonsense(_ answer: APIAnswer) -> AttachmentRefusal {
        .failed("\(address) answered HTTP \(answer.status) and nothing that \(provider) would say.")
    }

    func badToken(forFiles said: String) -> AttachmentRefusal {
        .failed(
            "\(provider) does not give files for the token (\(said.asRemark)). "
                + "Put a valid one where “token” of the channel points; it is read anew each time."
        )
    }
}

extension ChannelSettings {
    /// How files of this channel are found; nil where their addresses are all there is. Throws where its address is none.
    package func fileAPI() throws(ReplyError) -> (any FileAPI)? {
        switch provider {
        case .slack: try SlackAPI(self)
        case .telegram: try TelegramAPI(self)
        case .whatsapp(let channel): try WhatsAppAPI(channel, self)
        case .twilio(let channel): try TwilioAPI(channel, self)
        default: nil
        }
    }
}

extension ChatAttachment {
    /// The provider's number, if it can stand in a path.
    var number: String? {
        guard let reference, reference.contains(where: { $0 != "." }) else { return nil }
        return APIRequest.percentEncoded(reference)
    }
}
