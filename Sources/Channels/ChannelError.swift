/// What can go wrong between a channel and the program, with the one answer that matters: try again?
package enum ChannelError: Error, Hashable, Sendable {
    /// A file or folder is there but cannot be read.
    case unreadable(path: String)
    /// A file or folder is not there.
    case missing(path: String)
    /// A secret could not be had; the sentence names where it was looked for.
    case secret(String)
    /// The server refused the login.
    case authentication(String)
    /// The server will not encrypt, or its certificate cannot be trusted. Nothing was sent to it.
    case untrusted(String)
    /// The mailbox does not exist or cannot be selected.
    case mailbox(String)
    /// The server could not be reached, or the connection broke.
    case connection(String)
    /// The server answered something that its protocol does not allow.
    case protocolViolation(String)

    /// Whether the same call can succeed later with nobody changing the configuration.
    package var isTransient: Bool {
        switch self {
        case .connection, .unreadable, .protocolViolation: true
        case .missing, .secret, .authentication, .untrusted, .mailbox: false
        }
    }

    /// One sentence: what is wrong, and what would mend it.
    package var sentence: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read; check its owner and permissions."
        case .missing(let path): "\(path) does not exist."
        case .secret(let what): what
        case .authentication(let answer):
            "The server refused the login: \(answer). See `user` and `password` or `oauth` in the configuration."
        case .untrusted(let what): "\(what). Nothing was sent. See `security` and `certificate` in the configuration."
        case .mailbox(let answer): "The mailbox cannot be opened: \(answer)"
        case .connection(let what): what
        case .protocolViolation(let what): "The server broke the protocol: \(what)"
        }
    }
}
