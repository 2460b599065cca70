package import Curl
package import Foundation
package import Model

/// OAuth 2 access tokens (RFC 6749 §6), fetched with a refresh token and renewed before they expire.
///
/// One request at a time for an account: the others wait for its answer. A refresh token that the provider replaces
/// is handed to `keep`, since the old one may stop working.
package actor AccessTokens {
    private struct Token {
        var value: String
        var renewedFrom: Date
    }

    /// Seconds before its end from which a token is renewed; one that lives shortly is used for half its life.
    private static let margin: TimeInterval = 300

    private let reactor: Reactor
    private let secrets: SecretReader
    private let kept: RefreshTokenKeeper
    private let now: @Sendable () -> Date
    private var tokens: [OAuthAccount: Token] = [:]
    private var requests: [OAuthAccount: Task<Token, any Error>] = [:]

    package init(
        reactor: Reactor,
        secrets: SecretReader,
        kept: RefreshTokenKeeper,
        now: @escaping @Sendable () -> Date
    ) {
        self.reactor = reactor
        self.secrets = secrets
        self.kept = kept
        self.now = now
    }

    /// A token that is good for at least some minutes.
    package func token(for account: OAuthAccount) async throws -> String {
        if let token = tokens[account], now() < token.renewedFrom { return token.value }
        if let request = requests[account] { return try await request.value.value }
        let request = Task { try await refresh(account) }
        requests[account] = request
        defer { requests[account] = nil }
        let token = try await request.value
        tokens[account] = token
        return token.value
    }

    /// Forgets a token that a server refused, so that the next one is fresh.
    package func discard(_ account: OAuthAccount) {
        tokens[account] = nil
    }

    private func refresh(_ account: OAuthAccount) async throws -> Token {
        let configured = try secrets.read(account.refreshToken)
        let refreshToken = kept.load(account, configured) ?? configured
        let (status, answer) = try await ask(account, refreshToken: refreshToken)
        guard status == 200, let value = answer.access_token else { throw refusal(status, answer, of: account) }
        if let replaced = answer.refresh_token, replaced != refreshToken { kept.save(account, configured, replaced) }
        let lifetime = answer.expires_in ?? 3_600
        return Token(value: value, renewedFrom: now().addingTimeInterval(max(lifetime - Self.margin, lifetime / 2)))
    }

    /// Only a clear no of the provider (RFC 6749 §5.2) is for a person; anything else may pass.
    private func refusal(_ status: Int, _ answer: TokenAnswer, of account: OAuthAccount) -> ChannelError {
        let said = answer.error_description ?? answer.error ?? "HTTP \(status)"
        let why = said.split(whereSeparator: \.isNewline).joined(separator: " ")
        let sentence = "\(account.tokenEndpoint) gives no token for \(account.user): \(why)"
        guard (400..<500).contains(status), status != 429 else { return .connection(sentence) }
        return .authentication("\(sentence). Check the client, its secret and the refresh token.")
    }

    private func ask(_ account: OAuthAccount, refreshToken: String) async throws -> (status: Int, answer: TokenAnswer) {
        var form = [
            ("grant_type", "refresh_token"), ("client_id", account.clientID), ("refresh_token", refreshToken),
        ]
        if let secret = account.clientSecret { form.append(("client_secret", try secrets.read(secret))) }
        if !account.scope.isEmpty { form.append(("scope", account.scope)) }
        do {
            let response = try await reactor.exchange(
                HTTPRequest(
                    "POST",
                    account.tokenEndpoint,
                    fields: [HTTPRequest.Field("Content-Type", "application/x-www-form-urlencoded")],
                    body: Array(form.map { "\($0.0)=\(formEncoded($0.1))" }.joined(separator: "&").utf8),
                    allowsPlaintext: account.tokenEndpoint.hasPrefix("http://127.0.0.1:")
                )
            )
            let body = try await response.body.collect()
            return (response.status, (try? JSONDecoder().decode(TokenAnswer.self, from: Data(body))) ?? TokenAnswer())
        } catch {
            throw ChannelError(error, from: account.tokenEndpoint)
        }
    }

    /// application/x-www-form-urlencoded (WHATWG URL §5.2), on the safe side: everything but unreserved characters.
    private func formEncoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: Self.unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
}

/// The answer of a token endpoint (RFC 6749 §5.1 and §5.2), in the RFC's own names.
private struct TokenAnswer: Decodable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var access_token: String?
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var refresh_token: String?
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var expires_in: TimeInterval?
    var error: String?
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var error_description: String?
}

/// Where replaced refresh tokens are kept over a restart.
package struct RefreshTokenKeeper: Sendable {
    /// The token kept for an account, if it grew out of the configured one that is given.
    package var load: @Sendable (_ account: OAuthAccount, _ configured: String) -> String?
    package var save: @Sendable (_ account: OAuthAccount, _ configured: String, _ replaced: String) -> Void

    package init(
        load: @escaping @Sendable (_ account: OAuthAccount, _ configured: String) -> String?,
        save: @escaping @Sendable (_ account: OAuthAccount, _ configured: String, _ replaced: String) -> Void
    ) {
        self.load = load
        self.save = save
    }
}
