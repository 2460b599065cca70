/// Who logs in, and with what. Printed without the secret.
package enum Credentials: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// No login.
    case none
    /// SASL PLAIN or LOGIN, whichever the server offers (RFC 4616).
    case password(user: String, secret: String)
    /// An OAuth 2.0 access token by XOAUTH2 or OAUTHBEARER (RFC 7628).
    case bearer(user: String, token: String)

    package var description: String {
        switch self {
        case .none: "no credentials"
        case .password(let user, _): "\(user) by password"
        case .bearer(let user, _): "\(user) by token"
        }
    }

    package var debugDescription: String { description }
}
