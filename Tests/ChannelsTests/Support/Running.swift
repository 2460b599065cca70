import Channels
import Curl
import Foundation
import Logging
import Model

/// The network side that all tests share.
enum Network {
    static func reactor() throws -> Reactor { try made.get() }

    private static let made = Result { try Reactor() }
}

/// Runs a source while `body` does its part, and returns once it has ended.
func running<Value: Sendable>(
    _ source: any MailSource,
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Value
) async throws -> Value {
    let task = Task { await source.run() }
    do {
        let value = try await body()
        task.cancel()
        await task.value
        return value
    } catch {
        task.cancel()
        await task.value
        throw error
    }
}

extension Logger {
    /// Says nothing.
    static let quiet = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
}

/// Logins with one password and no tokens.
func logins(password: String) throws -> Logins {
    let secrets = SecretReader(environment: ["PASSWORD": password])
    let keeper = RefreshTokenKeeper(load: { _, _ in nil }, save: { _, _, _ in })
    return Logins(
        secrets: secrets,
        tokens: AccessTokens(reactor: try Network.reactor(), secrets: secrets, kept: keeper, now: { .now })
    )
}
