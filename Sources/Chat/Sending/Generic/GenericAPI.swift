package import Foundation
package import Model

/// Replies posted as signed JSON to an address of the shop's own, by the conventions of Standard Webhooks
/// (github.com/standard-webhooks, spec): the same `webhook-id` over all tries, so that a part that arrives twice is one.
package struct GenericAPI: ReplyAPI {
    package let provider = "The receiver of replies"
    package let address: APIAddress
    package let secret: SecretReference?
    package let limit: PartLimit
    package let isIdempotent = true
    package let secretKey = "key"
    /// As it is configured: a last slash or a query may matter, and a key may stand in it.
    private let url: String

    init(_ channel: GenericChannel) throws(ReplyError) {
        guard let url = channel.replyURL else {
            throw ReplyError(.configuration, NoReplies.webhook)
        }
        self.url = url
        address = try APIAddress(of: url)
        secret = channel.replyKey
        limit = PartLimit(most: channel.longest, unit: .scalars)
    }

    package func request(for part: ReplyPart, secret: String, at now: Date) throws(ReplyError) -> APIRequest {
        var request = try APIRequest.post(url, json: GenericReply(part))
        do {
            let signer = try WebhookSigner(key: secret)
            request.fields += try signer.fields(id: part.key, at: now, body: request.body ?? [])
        } catch {
            throw ReplyError(.configuration, error.description)
        }
        return request
    }

    package func meaning(of answer: APIAnswer, at now: Date) -> ChatAnswer {
        switch answer.status {
        case 200..<300: .accepted(id: nil)
        case 410: .refused("The receiver of replies says that it takes none any more (HTTP 410). Correct its address.")
        case 401, 403:
            .later(
                "The receiver of replies does not accept our signature (HTTP \(answer.status)). Both sides need the same key."
            )
        case 502, 503, 504:
            .limited(
                "The receiver of replies is not available at the moment (HTTP \(answer.status)).",
                retryAfter: answer.retryAfter(at: now)
            )
        default: meaning(ofStatus: answer, at: now)
        }
    }

    /// Nothing is asked: whatever is posted there is a reply.
    package func introduction(secret: String) -> APIRequest? { nil }

    package func identity(in answer: APIAnswer) throws(ReplyError) -> String { throw strangeAnswer(answer) }
}

/// `type`, `timestamp` and `data`, as the convention recommends.
private struct GenericReply: Encodable {
    var type = "reply"
    var timestamp: String
    var data: Content

    struct Content: Encodable {
        var chat: String
        var thread: String?
        var answers: String?
        var text: String
        /// From 1.
        var part: Int
        var parts: Int
    }

    init(_ part: ReplyPart) {
        timestamp = part.writtenAt.formatted(.iso8601)
        data = Content(
            chat: part.place.chat,
            thread: part.place.thread,
            answers: part.answers,
            text: part.text,
            part: part.number,
            parts: part.count
        )
    }
}
