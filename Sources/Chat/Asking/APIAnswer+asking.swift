package import Foundation
import Model

extension APIAnswer {
    /// Throws what a status other than success means to somebody who asks for messages (RFC 9110 §15).
    ///
    /// - Parameters:
    ///   - place: whose answer it is, for the sentence.
    ///   - said: what the provider says about it.
    ///   - secretKey: the key of the configuration under which stands what authorised the question.
    package func requireSuccess(
        from place: String,
        said: String? = nil,
        secretKey: String = "token",
        at now: Date
    ) throws(AskError) {
        guard !(200..<300).contains(status) || status == 206 else { return }
        let words = said.map { "HTTP \(status): \($0.asRemark)" } ?? "HTTP \(status)"
        switch status {
        case 206: throw AskError(.nonsense, "\(place) answers with a part of what it was asked for (\(words)).")
        case 304: throw AskError(.nonsense, "\(place) says that nothing has changed, to the first question (\(words)).")
        case 300..<400: throw AskError(.configuration, redirection(from: place))
        case 401, 403, 407:
            throw AskError(
                .token,
                "\(place) does not accept the token (\(words)). Put a valid one where “\(secretKey)” of the channel points; "
                    + "it is read anew at each request."
            )
        case 404, 405, 410:
            throw AskError(
                .configuration,
                "\(place) has nothing to read (\(words)). Check the address in the configuration."
            )
        case 429:
            throw AskError(
                .passing,
                "\(place) is asked too often (\(words)).",
                retryAfter: retryAfter(at: now)
            )
        case 408, 425, 500...:
            throw AskError(.passing, "\(place) cannot answer now (\(words)).", retryAfter: retryAfter(at: now))
        default:
            throw AskError(
                .configuration,
                "\(place) refuses the request (\(words)). Check what the configuration says of its parameters."
            )
        }
    }

    private func redirection(from place: String) -> String {
        let target = fields.values(of: "Location").first.map { " to \($0.asShownURL)" } ?? ""
        return "\(place) sends us elsewhere (HTTP \(status)\(target)), where no token is taken to. "
            + "Correct the address in the configuration."
    }
}
