import Foundation
import Model

/// What WhatsApp and Messenger have in common, which Meta serves by one Graph API. The codes of an error say more than its
/// HTTP status, which differs between versions.
extension ReplyAPI {
    /// The errors of the Graph API and of the platform below it; nil where the code says nothing of that kind.
    func meaning(ofGraphError error: MetaError, _ answer: APIAnswer, at now: Date) -> ChatAnswer? {
        if error.concernsProof { return .later(badProof(error.words).description) }
        switch error.code {
        // Limits of the app (4), the user (17), the page (32), the platform's own (613), of WhatsApp accounts (80007) and
        // of pages' messages (80006).
        case 4, 17, 32, 613, 80_006, 80_007: return limited(error, answer, at: now)
        case 0, 3, 102, 190, 200..<300: return .later(badToken(error.words).description)
        case 368:
            return .later(
                "\(provider) keeps the account from sending, for something it did before (\(error.words)). "
                    + "See Meta's notice in the account's quality page."
            )
        default: return nil
        }
    }

    func limited(_ error: MetaError, _ answer: APIAnswer, at now: Date) -> ChatAnswer {
        .limited(
            "\(provider) takes no more messages from us for the moment (\(error.words)).",
            retryAfter: answer.retryAfter(at: now)
        )
    }

    /// The window of 24 hours after the customer's last message.
    func windowIsOver(_ said: String) -> String {
        "\(provider) takes no free reply any more: the customer's last message is more than 24 hours ago (\(said)). "
            + "Answer in another way, or wait until they write again."
    }

    /// What an error with no meaning of its own says by its status.
    func meaning(ofOther error: MetaError, _ answer: APIAnswer, at now: Date) -> ChatAnswer {
        // 1 and 2 stand for trouble inside Meta, which has been seen after the message was sent.
        guard ![1, 2].contains(error.code) else { return inDoubt("it reports trouble of its own, \(error.words)") }
        switch answer.status {
        case 401, 429, 500...: return meaning(ofStatus: answer, at: now, said: error.words)
        default: return .refused("\(provider) refused the reply (\(error.words)).")
        }
    }
}

extension MetaError {
    /// Meta has no code of its own for it: 100, as for any argument that is wrong.
    var concernsProof: Bool {
        code == 100 && message?.contains(MetaProof.parameter) == true
    }
}

extension ReplyAPI {
    func badProof(_ said: String) -> ReplyError {
        ReplyError(
            .configuration,
            "\(provider) does not accept our proof to be the app that the token belongs to (\(said.asRemark)). "
                + "Put the secret of that app, as it is now, first among the “keys” of the channel."
        )
    }
}

extension MetaChannel {
    func url(_ address: APIAddress, _ path: String) -> String {
        "\(address)/\(APIRequest.percentEncoded(version))/\(path)"
    }
}

extension ReplyAPI {
    /// Why the Graph API does not say who we are.
    func accountError(_ error: MetaError, _ answer: APIAnswer, _ account: String) -> ReplyError {
        if error.concernsProof { return badProof(error.words) }
        return switch error.code {
        case 0, 3, 10, 102, 190, 200..<300: badToken(error.words)
        case 33, 100, 803:
            ReplyError(
                .configuration,
                "\(provider) knows no account \(account), or the token may not see it (\(error.words)). Check both."
            )
        default: ReplyError(.passing, "\(provider) does not say who we are: \(error.words)")
        }
    }
}
