extension ResponseCode {
    /// The codes that are one word. RFC 9051 section 7.1, RFC 5530, RFC 7889; `THROTTLED` is Gmail's and Yahoo's own.
    package enum Condition: String, Hashable, Sendable, CaseIterable {
        case alert = "ALERT"
        case alreadyExists = "ALREADYEXISTS"
        case authenticationFailed = "AUTHENTICATIONFAILED"
        case authorizationFailed = "AUTHORIZATIONFAILED"
        case badCharset = "BADCHARSET"
        case cannot = "CANNOT"
        case clientBug = "CLIENTBUG"
        case closed = "CLOSED"
        case contactAdmin = "CONTACTADMIN"
        case corruption = "CORRUPTION"
        case expired = "EXPIRED"
        case expungeIssued = "EXPUNGEISSUED"
        case hasChildren = "HASCHILDREN"
        case inUse = "INUSE"
        case limit = "LIMIT"
        case noModSeq = "NOMODSEQ"
        case nonexistent = "NONEXISTENT"
        case noPermission = "NOPERM"
        case overQuota = "OVERQUOTA"
        case parse = "PARSE"
        case privacyRequired = "PRIVACYREQUIRED"
        case readOnly = "READ-ONLY"
        case readWrite = "READ-WRITE"
        case serverBug = "SERVERBUG"
        case throttled = "THROTTLED"
        case tooBig = "TOOBIG"
        case tryCreate = "TRYCREATE"
        case uidNotSticky = "UIDNOTSTICKY"
        case unavailable = "UNAVAILABLE"
        case unknownEncoding = "UNKNOWN-CTE"

        /// Whether a command refused for this may work later; nil where the word says nothing of that.
        package var isTransient: Bool? {
            switch self {
            case .unavailable, .inUse, .limit, .throttled, .serverBug, .expungeIssued: true
            case .authenticationFailed, .authorizationFailed, .expired, .privacyRequired, .contactAdmin, .noPermission,
                .cannot, .nonexistent, .tryCreate, .alreadyExists, .overQuota, .tooBig, .clientBug, .badCharset,
                .corruption, .hasChildren, .unknownEncoding:
                false
            case .alert, .closed, .noModSeq, .parse, .readOnly, .readWrite, .uidNotSticky: nil
            }
        }

        /// Whether the server itself says that now is a bad time for any command.
        var asksToWait: Bool { self == .unavailable || self == .inUse || self == .limit || self == .throttled }
    }
}
