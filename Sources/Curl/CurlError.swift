/// Why a transfer or a stream failed, and whether to try again.
package struct CurlError: Error, Hashable, Sendable {
    /// What went wrong, coarse enough to decide on.
    package enum Kind: Hashable, Sendable {
        /// The host name has no address, or the resolver did not answer.
        case resolution
        /// Nobody accepted the connection, or the proxy would not make it.
        case connection
        /// The TLS handshake broke down.
        case tls
        /// The server's certificate is not to be trusted, or is another host's.
        case certificate
        /// The server does not offer the encryption that was asked for. No credentials were sent.
        case encryptionUnavailable
        /// The server refused the login, or offers no login that fits. Try again slowly, or after a person has looked.
        case authentication
        /// The server answered, and the answer is no.
        case refused
        /// A time limit ran out.
        case timeout
        /// A size limit was passed.
        case limit
        /// The connection ended in the middle.
        case connectionLost
        /// The server's answer makes no sense.
        case malformedAnswer
        /// The request cannot be made as written: a bad URL, a protocol not allowed, a line break in a header.
        case invalidRequest
        /// The Swift task was cancelled.
        case cancelled
        /// The stream or the reactor is closed already.
        case closed
        /// Anything else; `code` and `detail` tell.
        case other
    }

    /// How far the transfer had come.
    package enum Phase: Hashable, Sendable {
        case resolving
        case connecting
        case securing
        /// The server's greeting, capabilities and login (mail protocols only).
        case loggingIn
        case exchanging
    }

    package let kind: Kind
    package let phase: Phase
    /// The CURLcode; 0 where the failure was seen outside libcurl.
    package let code: Int32
    /// libcurl's own words, or ours; never a secret.
    package let detail: String
    /// The last line that the server sent, if the protocol has lines.
    package let lastAnswer: String?

    package init(
        _ kind: Kind,
        phase: Phase = .exchanging,
        code: Int32 = 0,
        detail: String,
        lastAnswer: String? = nil
    ) {
        self.kind = kind
        self.phase = phase
        self.code = code
        self.detail = detail
        self.lastAnswer = lastAnswer
    }

    /// Whether the same request may succeed later without anybody changing anything.
    package var isTransient: Bool {
        switch kind {
        case .resolution, .connection, .tls, .timeout, .connectionLost: true
        case .refused, .authentication, .encryptionUnavailable: answerSaysLater
        case .malformedAnswer: true
        case .certificate, .limit, .invalidRequest, .cancelled, .closed, .other: false
        }
    }

    /// 4yz is "try again" in SMTP (RFC 5321 §4.2.1); RFC 5530 §3 names the response codes of IMAP that pass by themselves.
    private var answerSaysLater: Bool {
        guard let lastAnswer else { return false }
        if let code = SMTPReply.code(ofLine: lastAnswer) { return code / 100 == 4 }
        return ["[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]"].contains { lastAnswer.contains($0) }
    }
}

extension CurlError: CustomStringConvertible {
    package var description: String {
        let answer = lastAnswer.map { "; the server said: \($0)" } ?? ""
        return "\(kind) while \(phase): \(detail)\(answer)"
    }
}
