import Foundation
import Synchronization
import TestSupport
import Testing

/// What `Tests/ChannelsTests/Checking` says of each provider holds of the command, from the file to the status.
@Suite("wavelength check, of channels")
struct CheckChannelTests {
    /// An API on loopback: answers by what is in the request line, and 401 to all else.
    private static func api(_ answers: [(String, String)]) throws -> ScriptedServer {
        try ScriptedServer { peer in
            while true {
                let head = try peer.text(through: "\r\n\r\n")
                let line = head.components(separatedBy: "\r\n").first ?? ""
                let answer = answers.first { line.contains($0.0) }
                let (status, body) = answer.map { ("200 OK", $0.1) } ?? ("401 No", "{}")
                peer.write("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            }
        }
    }

    private static let key = "keys: [{file: key}]"
    private static let twilioKey = "0123456789abcdef0123456789abcdef"

    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        /// The channel's lines; API is the scripted one.
        var channel: String
        var key = twilioKey
        var answers: [(String, String)] = []
        var isWell = true
        var words: [String]

        var testDescription: String { name }
    }

    private static let rows = [
        Row(
            name: "a feed",
            channel: "feed: {url: \"API/feed/\"}",
            answers: [("GET /feed/ ", #"[{"id":"1","person":"p","text":"Hello"}]"#)],
            words: [
                "support, in: Feed ", "1 messages can be read", "support, out: A feed is only read", "All is well.",
            ]
        ),
        Row(
            name: "a webhook that only receives",
            channel: "webhook: {\(key)}",
            key: WebhookSource.key,
            words: ["support, in: webhook is expected at", "support, out: The channel only receives", "All is well."]
        ),
        Row(
            name: "a webhook with replies",
            channel: "webhook: {\(key), reply: {url: \"API/replies/\", key: {file: key}}}",
            key: WebhookSource.key,
            words: ["nothing was posted to try it", "All is well."]
        ),
        Row(
            name: "Twilio as it is documented, with keys alone",
            channel: "twilio: {account: AC1, sender: \"+4930\", \(key), api: \"API\"}",
            answers: [("/2010-04-01/Accounts/AC1.json", #"{"friendly_name":"Shop","status":"active"}"#)],
            words: ["Twilio knows the account Shop", "All is well."]
        ),
        Row(
            name: "Twilio with a wrong key",
            channel: "twilio: {account: AC1, sender: \"+4930\", \(key), api: \"API\"}",
            isWell: false,
            words: ["support, out: Twilio does not accept the token", "1 of the servers cannot be used"]
        ),
        Row(
            name: "Postmark with a wrong token",
            channel: "postmark: {\(key), token: {file: token}, api: \"API\"}",
            isWell: false,
            words: ["support, in: postmark is expected at", "support, list: Postmark does not accept the token"]
        ),
        Row(
            name: "a key that is not there",
            channel: "slack: {keys: {file: none}, token: {file: token}, api: \"API\"}",
            answers: [("/auth.test", #"{"ok":true,"user":"desk","team":"Shop"}"#)],
            isWell: false,
            words: ["none does not exist", "Slack knows the token as desk in Shop", "1 of the servers cannot be used"]
        ),
        Row(
            name: "a widget",
            channel: "widget: {origins: [https://shop.example]}",
            words: ["support, in: to embed: <script", "All is well."]
        ),
    ]

    @Test("says of a channel what is well and what is not", arguments: rows)
    func check(row: Row) async throws {
        let api = try Self.api(row.answers)
        defer { api.stop() }
        let isMail = row.channel.hasPrefix("postmark")
        let shop = try Shop(
            inbox: """
                sender_name: Example Shop
                language: en
                \(isMail ? "addresses: [help@shop.test]" : "undo: 0s")
                \(row.channel.replacing("API", with: "http://127.0.0.1:\(api.port)"))
                """,
            publicURL: "https://desk.shop.example"
        )
        try shop.directory.write("\(row.key)\n", to: "key")
        try shop.directory.write("0a1b2c3d-s3cret-token\n", to: "token")
        let result = try await shop.run("check")
        #expect((result.status == 0) == row.isWell, "\(result)")
        let text = result.output + result.errors
        for words in row.words { #expect(text.contains(words), "\(words): \(result)") }
        #expect(!text.contains("s3cret"))
    }
}
