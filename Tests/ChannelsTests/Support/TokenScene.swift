import Channels
import Foundation
import Model
import Synchronization
import TestSupport

/// A token endpoint on loopback, a clock, and a place for refresh tokens.
struct TokenScene: Sendable {
    struct Answer: Sendable {
        var status: Int
        var body: String

        static func token(_ value: String, lifetime: Int = 3_600, refresh: String? = nil) -> Answer {
            let replaced = refresh.map { #","refresh_token":"\#($0)""# } ?? ""
            return Answer(status: 200, body: #"{"access_token":"\#(value)","expires_in":\#(lifetime)\#(replaced)}"#)
        }
    }

    /// What does not copy.
    final class Shared: Sendable {
        let clock = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        let kept = Mutex<String?>(nil)
        let forms = Mutex<[String]>([])

        /// Notes a form and gives its number, from 1.
        func note(_ form: String) -> Int {
            forms.withLock { forms in
                forms.append(form)
                return forms.count
            }
        }
    }

    var account: OAuthAccount
    private let shared = Shared()
    private let server: LineServer

    /// The refresh token that was handed over for keeping.
    var kept: String? { shared.kept.withLock { $0 } }

    func pass(_ seconds: Int) {
        shared.clock.withLock { $0.addTimeInterval(TimeInterval(seconds)) }
    }

    /// What was posted, request by request.
    var forms: [String] { shared.forms.withLock { $0 } }

    /// - Parameter answer: to the first request, the second, and so on from 1.
    init(_ answer: @escaping @Sendable (Int) -> Answer) throws {
        let shared = shared
        server = try LineServer { peer in
            while true {
                var length = 0
                while case let line = try peer.line(), !line.isEmpty {
                    if line.lowercased().hasPrefix("content-length: ") { length = Int(line.dropFirst(16)) ?? 0 }
                }
                let form = String(decoding: try peer.peer.bytes(length), as: UTF8.self)
                let answer = answer(shared.note(form))
                peer.say(
                    "HTTP/1.1 \(answer.status) So",
                    "Content-Type: application/json",
                    "Content-Length: \(answer.body.utf8.count + 2)",
                    "",
                    answer.body
                )
            }
        }
        account = OAuthAccount(
            user: "desk@shop.test",
            tokenEndpoint: "http://127.0.0.1:\(server.port)/token",
            clientID: "desk app",
            clientSecret: .environment("CLIENT_SECRET"),
            refreshToken: .environment("REFRESH_TOKEN"),
            scope: "mail"
        )
    }

    func tokens() throws -> AccessTokens {
        let shared = shared
        return AccessTokens(
            reactor: try Network.reactor(),
            secrets: SecretReader(environment: ["CLIENT_SECRET": "s&t", "REFRESH_TOKEN": "r/1="]),
            kept: RefreshTokenKeeper(
                load: { _, _ in shared.kept.withLock { $0 } },
                save: { _, _, replaced in shared.kept.withLock { $0 = replaced } }
            ),
            now: { shared.clock.withLock { $0 } }
        )
    }
}
