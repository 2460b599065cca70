package import Foundation
package import Model

/// How replies are written for one provider, and what its answers mean. Values only: who sends them is elsewhere.
package protocol ReplyAPI: Sendable {
    /// As people call it: `Slack`.
    var provider: String { get }
    /// Where the requests go, for sentences: no token is in it.
    var address: APIAddress { get }
    /// What authorises a request; nil where that is not configured.
    var secret: SecretReference? { get }
    /// The key of the channel's configuration under which `secret` stands.
    var secretKey: String { get }
    /// What every request proves to know besides (`APIRequest.proving`); nil where the provider wants no such proof.
    var proofKey: SecretReference? { get }
    var limit: PartLimit { get }
    /// Whether the provider takes the same part twice for one, so that it may be sent again whatever became of it.
    var isIdempotent: Bool { get }

    /// - Parameters:
    ///   - secret: the token or signing key itself.
    ///   - now: the time of this try.
    func request(for part: ReplyPart, secret: String, at now: Date) throws(ReplyError) -> APIRequest

    func meaning(of answer: APIAnswer, at now: Date) -> ChatAnswer

    /// Asks the provider who the token is; nil where there is nothing to ask.
    func introduction(secret: String) -> APIRequest?

    /// Who we are to the provider, in a sentence, by its answer to `introduction`.
    func identity(in answer: APIAnswer) throws(ReplyError) -> String
}

extension ReplyAPI {
    package var isIdempotent: Bool { false }
    package var secretKey: String { "token" }
    package var proofKey: SecretReference? { nil }

    func badToken(_ said: String) -> ReplyError {
        ReplyError(
            .token,
            "\(provider) does not accept the token (\(said.asRemark)). "
                + "Put a valid one where “\(secretKey)” of the channel points; it is read anew for each reply."
        )
    }

    func strangeAnswer(_ answer: APIAnswer) -> ReplyError {
        ReplyError(.passing, "\(address) answered HTTP \(answer.status) and nothing that \(provider) would say.")
    }

    /// What the status alone says, for answers with no code of the provider's.
    func meaning(ofStatus answer: APIAnswer, at now: Date, said: String? = nil) -> ChatAnswer {
        let words = said.map { "HTTP \(answer.status): \($0.asRemark)" } ?? "HTTP \(answer.status)"
        switch answer.status {
        case 429:
            return .limited(
                "\(provider) takes no more messages from us for the moment (\(words)).",
                retryAfter: answer.retryAfter(at: now)
            )
        case 401, 407: return .later(badToken(words).description)
        case 300..<400:
            return .later(
                "\(address) sends us elsewhere (\(words)), where no reply is taken to. "
                    + "Correct the address of the API in the channel's configuration."
            )
        case 404, 405:
            return .later(
                "\(address) has nothing that takes replies (\(words)). Check “api” and the account in the configuration."
            )
        case 408, 425: return .later("\(provider) did not take the reply yet (\(words)).")
        case 400..<500: return .refused("\(provider) refused the reply (\(words)).")
        default: return inDoubt("it answered \(words)", retryAfter: answer.retryAfter(at: now))
        }
    }

    /// Where it cannot be known whether the provider has the part: to be sent again only if that does no harm.
    package func inDoubt(_ why: String, retryAfter: TimeInterval? = nil) -> ChatAnswer {
        guard !isIdempotent else {
            return .later(
                "\(provider) may or may not have it (\(why)); it is sent again under the same number.",
                retryAfter: retryAfter
            )
        }
        return .unknown(
            "\(provider) may or may not have the reply: \(why). Look into the chat, then say whether it arrived."
        )
    }
}
