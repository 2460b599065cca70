import Curl

extension ChannelError {
    /// What libcurl's trouble means to an inbox.
    init(_ error: CurlError) {
        let text = "\(error)"
        switch error.kind {
        case .authentication: self = .authentication(error.lastAnswer ?? error.detail)
        case .certificate, .encryptionUnavailable: self = .untrusted(text)
        default: self = .connection(text)
        }
    }
}
