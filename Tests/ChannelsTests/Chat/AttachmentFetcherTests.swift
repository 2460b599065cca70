import Chat
import Curl
import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Channels

@Suite("Fetching a file of a chat")
struct AttachmentFetcherTests {
    private static let settings = ChannelSettings(
        provider: .slack(SlackChannel()),
        token: .environment("TOKEN"),
        attachmentHosts: ["files.shop.example"]
    )

    /// A server that every URL is led to, with what it was asked.
    private final class FileServer: Sendable {
        let asked = Mutex<[String]>([])
        private let answers: Mutex<[String]>

        init(_ answers: [String]) {
            self.answers = Mutex(answers)
        }

        func run(
            limit: Int = 1_000,
            besides: Set<String> = ["127.0.0.1"],
            _ work: (AttachmentFetcher) async throws -> Void
        ) async throws {
            let server = try ScriptedServer { peer in
                let request = try peer.text(through: "\r\n\r\n")
                self.asked.withLock { $0.append(request) }
                peer.write(self.answers.withLock { $0.isEmpty ? "" : $0.removeFirst() })
            }
            defer { server.stop() }
            let reactor = try Reactor()
            let fetcher = AttachmentFetcher(
                reactor: reactor,
                secrets: SecretReader(environment: ["TOKEN": "secret"]),
                limits: HTTPLimits(bodyBytes: limit),
                now: { Date(timeIntervalSince1970: 0) },
                trust: .system,
                reach: .outside(besides: besides),
                route: { "http://127.0.0.1:\(server.port)/\($0.dropFirst(8))" }
            )
            try await work(fetcher)
            await reactor.shutdown()
        }
    }

    private static func ok(_ body: String) -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private static func moved(to url: String) -> String {
        "HTTP/1.1 302 Found\r\nLocation: \(url)\r\nContent-Length: 0\r\n\r\n"
    }

    private static func file(_ url: String?) -> ChatAttachment {
        ChatAttachment(name: "bin.jpg", type: "image/jpeg", url: url)
    }

    @Test("from an allowed host, with the token only where the host is the provider's")
    func allowed() async throws {
        let server = FileServer([Self.ok("one"), Self.ok("two")])
        try await server.run { fetcher in
            let own = Self.file("https://files.slack.com/a")
            let first = try await fetcher.fetch(own, of: Self.settings)
            #expect(first == Array("one".utf8))
            let shops = Self.file("https://files.shop.example/b")
            let second = try await fetcher.fetch(shops, of: Self.settings)
            #expect(second == Array("two".utf8))
        }
        let asked = server.asked.withLock { $0 }
        #expect(asked.map { $0.contains("Authorization: Bearer secret") } == [true, false])
    }

    @Test("nothing is asked where the host is not allowed, or there is no address")
    func refused() async throws {
        let server = FileServer([])
        try await server.run { fetcher in
            let cases: [(String?, AttachmentRefusal)] = [
                (nil, .noAddress), ("http://files.slack.com/a", .notHTTPS),
                ("https://169.254.169.254/latest", .otherHost("169.254.169.254")),
                ("https://evil.example/a", .otherHost("evil.example")),
            ]
            for (url, expected) in cases {
                await #expect(throws: expected) { _ = try await fetcher.fetch(Self.file(url), of: Self.settings) }
            }
        }
        #expect(server.asked.withLock { $0.isEmpty })
    }

    @Test("an allowed name that leads inside the network is not followed there")
    func inside() async throws {
        let server = FileServer([Self.ok("inside")])
        try await server.run(besides: []) { fetcher in
            let error = await #expect(throws: AttachmentRefusal.self) {
                _ = try await fetcher.fetch(Self.file("https://files.shop.example/a"), of: Self.settings)
            }
            #expect(error?.description.contains("inside the network") == true)
        }
        #expect(server.asked.withLock { $0.isEmpty })
    }

    @Test("a redirect is followed to allowed hosts alone, and takes the token to none but the provider")
    func redirects() async throws {
        let server = FileServer([Self.moved(to: "https://files.shop.example/b"), Self.ok("file")])
        try await server.run { fetcher in
            let file = Self.file("https://files.slack.com/a")
            let octets = try await fetcher.fetch(file, of: Self.settings)
            #expect(octets == Array("file".utf8))
        }
        #expect(server.asked.withLock { $0.map { $0.contains("secret") } } == [true, false])
        let leaving = FileServer([Self.moved(to: "https://evil.example/b")])
        try await leaving.run { fetcher in
            await #expect(throws: AttachmentRefusal.otherHost("evil.example")) {
                _ = try await fetcher.fetch(Self.file("https://files.slack.com/a"), of: Self.settings)
            }
        }
        let round = FileServer(Array(repeating: Self.moved(to: "https://files.slack.com/a"), count: 9))
        try await round.run { fetcher in
            await #expect(throws: AttachmentRefusal.tooManyRedirects) {
                _ = try await fetcher.fetch(Self.file("https://files.slack.com/a"), of: Self.settings)
            }
        }
    }

    @Test("a token that went to one host does not come along to another, nor back from there")
    func leaving() async throws {
        let twilio = ChannelSettings(
            provider: .twilio(TwilioChannel(account: "AC1", sender: "+4930")),
            keys: [.environment("TOKEN")]
        )
        let server = FileServer([
            Self.moved(to: "/2010-04-01/Accounts/AC1/ME1"), Self.moved(to: "https://mms.twiliocdn.com/ME1?sig=1"),
            Self.moved(to: "https://api.twilio.com/2010-04-01/Accounts/AC1/Keys"), Self.ok("file"),
        ])
        try await server.run { fetcher in
            let octets = try await fetcher.fetch(Self.file("https://api.twilio.com/ME1"), of: twilio)
            #expect(octets == Array("file".utf8))
        }
        let shown = server.asked.withLock { $0.map { $0.contains("Authorization: Basic QUMxOnNlY3JldA==") } }
        #expect(shown == [true, true, false, false])
        #expect(server.asked.withLock { $0.map { $0.contains("secret") } } == [false, false, false, false])
    }

    @Test("Slack's way to its sign-in is not taken, and told as what it is")
    func signIn() async throws {
        let server = FileServer([Self.moved(to: "https://shop.slack.com/?redir=%2Ffiles-pri%2FT1-F1%2Fbin.jpg")])
        try await server.run { fetcher in
            let error = await #expect(throws: AttachmentRefusal.self) {
                _ = try await fetcher.fetch(Self.file("https://files.slack.com/a"), of: Self.settings)
            }
            #expect(error?.kind == "page" && error?.description.contains("files:read") == true)
        }
        #expect(server.asked.withLock { $0.count } == 1)
    }

    @Test("a file over the limit is not taken, whether or not its size is told beforehand")
    func large() async throws {
        let body = String(repeating: "x", count: 200)
        for answer in [Self.ok(body), "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\(body)"] {
            try await FileServer([answer]).run(limit: 100) { fetcher in
                await #expect(throws: AttachmentRefusal.tooLarge(100)) {
                    _ = try await fetcher.fetch(Self.file("https://files.slack.com/a"), of: Self.settings)
                }
            }
        }
    }

    @Test("an answer that is no file says so")
    func missing() async throws {
        try await FileServer(["HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"]).run { fetcher in
            await #expect(
                throws:
                    AttachmentRefusal
                    .gone(
                        "files.slack.com does not have the file any more (HTTP 404). "
                            + "It may have been deleted there: ask the customer to send it again."
                    )
            ) {
                _ = try await fetcher.fetch(Self.file("https://files.slack.com/a"), of: Self.settings)
            }
        }
    }
}
