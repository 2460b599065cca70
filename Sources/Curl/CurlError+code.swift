import CCurl

extension CurlError {
    /// The failure that libcurl reports by `code`.
    init(code: CURLcode, phase: Phase, text: String, lastAnswer: String? = nil) {
        let kind = Kind(code, lastAnswer: lastAnswer)
        let detail = text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
        self.init(kind, phase: phase, code: Int32(code.rawValue), detail: detail, lastAnswer: lastAnswer)
    }

    static let cancelled = CurlError(.cancelled, detail: "the task was cancelled")
    static let timeout = CurlError(.timeout, detail: "no answer within the time allowed")
    static let closed = CurlError(.closed, detail: "the stream or the reactor is closed")

    static func invalid(_ detail: String) -> CurlError {
        CurlError(.invalidRequest, phase: .resolving, detail: detail)
    }
}

extension CurlError.Kind {
    fileprivate init(_ code: CURLcode, lastAnswer: String?) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .resolution
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: self = .connection
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_SHUTDOWN_FAILED: self = .tls
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            self = .certificate
        case CURLE_USE_SSL_FAILED: self = .encryptionUnavailable
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: self = .authentication
        case CURLE_OPERATION_TIMEDOUT: self = .timeout
        case CURLE_FILESIZE_EXCEEDED: self = .limit
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE: self = .connectionLost
        case CURLE_WEIRD_SERVER_REPLY, CURLE_REMOTE_ACCESS_DENIED: self = Self.answered(lastAnswer)
        case CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_BAD_CONTENT_ENCODING: self = .malformedAnswer
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_FUNCTION_ARGUMENT: self = .invalidRequest
        default: self = .other
        }
    }

    /// libcurl has one code for "said no in the greeting" and "said nonsense": the line itself tells which.
    private static func answered(_ line: String?) -> Self {
        guard let line else { return .malformedAnswer }
        if let code = SMTPReply.code(ofLine: line), code >= 400 { return .refused }
        return line.hasPrefix("* BYE") ? .refused : .malformedAnswer
    }
}
