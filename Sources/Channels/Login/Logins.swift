import Curl
import Model

/// Turns the configured login of a server into credentials: reads the secret, or gets an access token.
package struct Logins: Sendable {
    private let secrets: SecretReader
    private let tokens: AccessTokens

    package init(secrets: SecretReader, tokens: AccessTokens) {
        self.secrets = secrets
        self.tokens = tokens
    }

    func credentials(for login: MailServer.Login) async throws -> Credentials {
        switch login {
        case .none: .none
        case .password(let user, let secret): .password(user: user, secret: try secrets.read(secret))
        case .oauth(let account): .bearer(user: account.user, token: try await tokens.token(for: account))
        }
    }

    /// To be called when a server refused the credentials.
    func refused(_ login: MailServer.Login) async {
        if case .oauth(let account) = login { await tokens.discard(account) }
    }
}

extension MailServer.Login {
    /// The name that is logged in; nil without a login.
    var user: String? {
        switch self {
        case .none: nil
        case .password(let user, _): user
        case .oauth(let account): account.user
        }
    }
}

extension MailServer.Security {
    var connection: ConnectionSecurity {
        switch self {
        case .tls: .implicitTLS
        case .startTLS: .startTLS
        case .plain: .plaintext
        }
    }
}

extension MailServer.Trust {
    var tls: TLSTrust {
        switch self {
        case .system: .system
        case .authorityFile(let path): .authorities(file: path)
        case .unverified: .unverified
        }
    }
}
