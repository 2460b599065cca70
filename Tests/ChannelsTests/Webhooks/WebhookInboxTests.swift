import Channels
import Model
import TestSupport
import Testing

@Suite("An inbox that is called")
struct WebhookInboxTests {
    private let folder: TemporaryDirectory
    private let events = EventLog()

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func inbox(_ provider: ChannelProvider) -> WebhookInbox {
        WebhookInbox(
            name: InboxName("chat"),
            settings: ChannelSettings(provider: provider, keys: [.file(folder.path("key"))]),
            secrets: SecretReader(environment: [:]),
            publicURL: "https://desk.shop.example",
            pause: .milliseconds(5),
            report: events.note
        )
    }

    @Test("tells of a key that is missing, and that all is well once it is there, again and again")
    func missingKey() async throws {
        try await running(inbox(.slack(SlackChannel()))) {
            let failure = try await eventually("the missing key is told") { events.failures.first }
            #expect(failure.sentence.contains("\(folder.path("key")) does not exist"))
            #expect(failure.needsPerson)
            try folder.write("8f742231b10e8888abcd99yyyzzz85a5\n", to: "key")
            // Silence would be taken for a channel that is out of reach.
            try await eventually("it is well") { events.all.count { $0 == .reached } > 1 }
        }
        #expect(events.all.last == .reached)
    }

    @Test(
        "says at which address it is expected",
        arguments: [
            (ChannelProvider.slack(SlackChannel()), "slack is expected at https://desk.shop.example/channels/chat"),
            (.mailgun, "mailgun is expected at https://desk.shop.example/channels/chat/mime"),
        ]
    )
    func address(provider: ChannelProvider, sentence: String) async throws {
        try folder.write("8f742231b10e8888abcd99yyyzzz85a5\n", to: "key")
        #expect(try await inbox(provider).probe() == sentence)
    }

    @Test("that is a widget says how it is embedded")
    func widget() async throws {
        let sentence = try await inbox(.widget(WidgetChannel(origins: [], title: ""))).probe()
        #expect(sentence == "to embed: <script src=\"https://desk.shop.example/widget/chat.js\" async></script>")
    }

    @Test("fails a trial where its key is missing or none", arguments: [nil, "xoxb-123456789012-abcdefgh"])
    func trial(key: String?) async throws {
        if let key { try folder.write("\(key)\n", to: "key") }
        let error = await #expect(throws: ChannelError.self) { try await inbox(.slack(SlackChannel())).probe() }
        #expect(error?.isTransient == false)
        #expect(error?.sentence.contains(key == nil ? "does not exist" : "is a token") == true)
    }
}
