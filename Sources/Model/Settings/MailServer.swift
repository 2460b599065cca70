/// How an IMAP server or an SMTP relay is reached.
package struct MailServer: Hashable, Sendable {
    package var host: String
    package var port: Int
    package var security: Security
    package var trust: Trust
    package var login: Login

    package init(host: String, port: Int, security: Security, trust: Trust = .system, login: Login) {
        self.host = host
        self.port = port
        self.security = security
        self.trust = trust
        self.login = login
    }

    package enum Security: String, Hashable, Sendable {
        /// TLS from the first byte (RFC 8314).
        case tls
        /// STARTTLS, required: a server that does not offer it is an error, never a reason to go on in plain text.
        case startTLS = "starttls"
        /// No encryption. Only where the configuration says so by this word.
        case plain
    }

    package enum Trust: Hashable, Sendable {
        /// The authorities of the system.
        case system
        /// A PEM file of authorities.
        case authorityFile(String)
        /// Any certificate. Only where the configuration says so by name.
        case unverified
    }

    package enum Login: Hashable, Sendable {
        case none
        case password(user: String, SecretReference)
        /// XOAUTH2 with an access token that is refreshed before it expires.
        case oauth(OAuthAccount)
    }
}

/// An OAuth 2 refresh token grant (RFC 6749 §6) for a mail account.
package struct OAuthAccount: Hashable, Sendable {
    package var user: String
    package var tokenEndpoint: String
    package var clientID: String
    package var clientSecret: SecretReference?
    package var refreshToken: SecretReference
    /// Sent with the refresh request where the provider wants it; empty for none.
    package var scope: String

    package init(
        user: String,
        tokenEndpoint: String,
        clientID: String,
        clientSecret: SecretReference?,
        refreshToken: SecretReference,
        scope: String = ""
    ) {
        self.user = user
        self.tokenEndpoint = tokenEndpoint
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.refreshToken = refreshToken
        self.scope = scope
    }
}
