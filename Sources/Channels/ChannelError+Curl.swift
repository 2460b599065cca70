import Curl

extension ChannelError {
    /// What libcurl's trouble means to a channel.
    ///
    /// - Parameters:
    ///   - server: host and port, or a URL, for the sentence.
    ///   - user: who was to be logged in, if anybody.
    init(_ error: CurlError, from server: String, user: String? = nil) {
        switch error.kind {
        case .authentication where !error.isTransient: self = .authentication(error.refusedLogin(server, user))
        case .certificate:
            self = .untrusted(
                """
                The certificate of \(server) is not trusted (\(error.detail)). Nothing was sent. If it is the right server, \
                name its authority with “certificate: {authority: FILE}”, or say “certificate: accept-any”.
                """
            )
        case .encryptionUnavailable:
            self = .untrusted(
                """
                \(server) offers no STARTTLS (\(error.detail)), so nothing was sent. Try “security: tls” and its port, \
                or ask who runs the server.
                """
            )
        case .invalidRequest: self = .configuration("\(server) cannot be asked: \(error.detail)")
        default: self = .connection(error.unreached(server))
        }
    }
}

extension CurlError {
    fileprivate func refusedLogin(_ server: String, _ user: String?) -> String {
        let whose = user.map { " of \($0)" } ?? ""
        return "\(server) refused the login\(whose) (\(words ?? detail)). Check the user and the password."
    }

    /// What the server said, without the tag that libcurl gave the command.
    private var words: String? {
        guard let lastAnswer else { return nil }
        let parts = lastAnswer.split(separator: " ", maxSplits: 1)
        return parts.count == 2 && parts[0].wholeMatch(of: /[A-Z]\d+/) != nil ? String(parts[1]) : lastAnswer
    }

    fileprivate func unreached(_ server: String) -> String {
        let answer = words.map { "; it said: \($0)" } ?? ""
        return switch phase {
        case .resolving, .connecting: "\(server) cannot be reached: \(detail)\(answer)"
        case .securing: "No encrypted connection to \(server) came about: \(detail)\(answer)"
        case .loggingIn: "The login at \(server) was broken off: \(detail)\(answer)"
        case .exchanging: "The connection to \(server) broke: \(detail)\(answer)"
        }
    }
}
