import Foundation
import Model
import Testing

@testable import Chat

@Suite("Deliveries of Slack")
struct SlackPayloadTests {
    private let slack = Unpacking(.slack(SlackChannel()))

    /// An event in the frame that Slack puts around it.
    static func event(_ event: String) -> String {
        #"""
        {"token": "x", "team_id": "T1", "api_app_id": "A1", "type": "event_callback", "event_id": "Ev1",
         "event_time": 1772618400, "authorizations": [{"team_id": "T1", "user_id": "UBOT", "is_bot": true}],
         "event": \#(event)}
        """#
    }

    @Test("a message has its channel and time for number")
    func message() throws {
        let json = Self.event(
            #"""
            {"type": "message", "channel": "D1", "channel_type": "im", "user": "U1", "text": "Wo ist meine Bestellung?",
             "ts": "1772618400.003543", "user_profile": {"real_name": "Ana Berg"}}
            """#
        )
        #expect(
            try slack.message(json)
                == ChatMessage(
                    id: "D1/1772618400.003543",
                    place: ChatPlace(chat: "D1"),
                    person: ChatPerson(id: "U1", name: "Ana Berg"),
                    sentAt: Date(timeIntervalSince1970: 1_772_618_400.003543),
                    text: "Wo ist meine Bestellung?"
                )
        )
    }

    @Test("a mention of our app is a message, its thread is kept, and our own name does not stand in its way")
    func mention() throws {
        let message = try slack.message(
            Self.event(
                #"""
                {"type": "app_mention", "channel": "C1", "user": "U1", "text": "<@UBOT> and <@U2>: broken &amp; late",
                 "ts": "1772618500.000100", "thread_ts": "1772618400.000100"}
                """#
            )
        )
        #expect(message.text == "and @U2: broken & late")
        #expect(message.place == ChatPlace(chat: "C1", thread: "1772618400.000100"))
        #expect(message.answers == "C1/1772618400.000100")
    }

    @Test(
        "the answer to a message in a channel begins a thread there, and one to a direct message stands beside it",
        arguments: [
            (#""message", "channel": "C1", "channel_type": "channel""#, "1.1"),
            (#""message", "channel": "G1", "channel_type": "group""#, "1.1"),
            (#""app_mention", "channel": "C1""#, "1.1"),
            (#""message", "channel": "G1""#, "1.1"),
            (#""message", "channel": "D1", "channel_type": "im""#, nil),
            (#""message", "channel": "D1""#, nil),
            (#""message", "channel": "G1", "channel_type": "mpim""#, nil),
            (#""message", "channel": "D1", "channel_type": "im", "thread_ts": "0.9""#, "0.9"),
            (#""message", "channel": "C1", "channel_type": "channel", "thread_ts": "0.9""#, "0.9"),
        ] as [(String, String?)]
    )
    func thread(event: String, thread: String?) throws {
        let message = try slack.message(Self.event(#"{"type": \#(event), "user": "U1", "text": "a", "ts": "1.1"}"#))
        #expect(message.place.thread == thread)
        #expect(message.answers == (thread == "0.9" ? "\(message.place.chat)/0.9" : nil))
        #expect(message.origin.beginsThread == (thread == "1.1"))
    }

    @Test("an edited message in a channel stays in the thread that it began")
    func editedInChannel() throws {
        let message = try slack.message(
            Self.event(
                #"""
                {"type": "message", "subtype": "message_changed", "channel": "C1", "channel_type": "channel", "ts": "1.5",
                 "message": {"type": "message", "user": "U1", "text": "b", "ts": "1.1", "edited": {"ts": "1.4"}},
                 "previous_message": {"type": "message", "user": "U1", "text": "a", "ts": "1.1"}}
                """#
            )
        )
        #expect(message.place == ChatPlace(chat: "C1", thread: "1.1"))
        #expect(message.id == "C1/1.1/1.4")
        #expect(message.answers == nil)
    }

    @Test("the first message of a thread answers nothing")
    func beginningOfThread() throws {
        let message = try slack.message(
            Self.event(
                #"{"type": "message", "channel": "C1", "user": "U1", "text": "a", "ts": "1.1", "thread_ts": "1.1"}"#
            )
        )
        #expect(message.place.thread == "1.1")
        #expect(message.answers == nil)
    }

    @Test("files come with their address and number, deleted ones as a remark")
    func files() throws {
        let message = try slack.message(
            Self.event(
                #"""
                {"type": "message", "subtype": "file_share", "channel": "D1", "user": "U1", "text": "", "ts": "1772618400.1",
                 "files": [{"id": "F1", "name": "bill.pdf", "mimetype": "application/pdf", "size": 1234,
                            "url_private": "https://files.slack.com/a", "url_private_download": "https://files.slack.com/b"},
                           {"id": "F2", "mode": "tombstone"}]}
                """#
            )
        )
        #expect(
            message.attachments == [
                ChatAttachment(
                    name: "bill.pdf",
                    type: "application/pdf",
                    size: 1_234,
                    url: "https://files.slack.com/b",
                    reference: "F1"
                )
            ]
        )
        #expect(message.remarks == ["a file that was deleted"])
    }

    @Test("an edited message is a new one with a number of its own")
    func edited() throws {
        let message = try slack.message(
            Self.event(
                #"""
                {"type": "message", "subtype": "message_changed", "hidden": true, "channel": "D1", "ts": "1772618500.000200",
                 "message": {"type": "message", "user": "U1", "text": "two pairs", "ts": "1772618400.000100",
                             "edited": {"user": "U1", "ts": "1772618500.000000"}},
                 "previous_message": {"type": "message", "user": "U1", "text": "a pair", "ts": "1772618400.000100"}}
                """#
            )
        )
        #expect(message.id == "D1/1772618400.000100/1772618500.000000")
        #expect(message.text == "two pairs")
        #expect(message.remarks == ["an edited message, in the place of an earlier one"])
        #expect(message.replaced == "D1/1772618400.000100")
    }

    @Test(
        "what brings no words of a customer is told in a notice",
        arguments: [
            (
                #"{"type": "message", "channel": "C1", "ts": "1.1", "user": "U9", "bot_id": "B9", "text": "beep"}"#,
                "program B9"
            ),
            (
                #"{"type": "message", "channel": "C1", "ts": "1.1", "bot_id": "B1", "app_id": "A1", "text": "we"}"#,
                "our own"
            ),
            (#"{"type": "message", "channel": "C1", "ts": "1.1", "user": "UBOT", "text": "we"}"#, "our own"),
            (#"{"type": "message", "subtype": "bot_message", "channel": "C1", "ts": "1.1", "text": "old"}"#, "program"),
            (
                #"{"type": "message", "subtype": "message_deleted", "channel": "C1", "deleted_ts": "1.0"}"#,
                "C1/1.0 was deleted"
            ),
            (
                #"{"type": "message", "subtype": "channel_join", "channel": "C1", "user": "U1", "ts": "1.1"}"#,
                "channel_join"
            ),
            (#"{"type": "reaction_added", "user": "U1", "reaction": "tada"}"#, "reaction_added"),
            (#"{"kind": "none"}"#, "without a type"),
            (
                #"""
                {"type": "message", "subtype": "message_changed", "channel": "C1",
                 "message": {"user": "U1", "text": "see https://a.example", "ts": "1.0"}}
                """#, "changed something"
            ),
        ]
    )
    func notices(event: String, words: String) throws {
        #expect(try slack.notice(Self.event(event)).contains(words))
    }

    @Test("only the channels of the configuration are taken")
    func otherChannel() throws {
        let json = Self.event(#"{"type": "message", "channel": "C2", "user": "U1", "text": "a", "ts": "1.1"}"#)
        #expect(try Unpacking(.slack(SlackChannel(channels: ["C1"]))).notice(json).contains("C2"))
        #expect(try Unpacking(.slack(SlackChannel(channels: ["C2"]))).message(json).text == "a")
    }

    @Test("a message that lacks something is kept as it came")
    func odd() throws {
        let message = try slack.message(Self.event(#"{"type": "message", "channel": "C1", "text": "a", "ts": "1.1"}"#))
        #expect(message.id == "C1/1.1")
        #expect(message.text.contains(#""text":"a""#))
        #expect(!message.remarks.isEmpty)
    }

    @Test("what is not an event is told or refused")
    func others() throws {
        #expect(
            try slack.notice(#"{"type": "app_rate_limited", "minute_rate_limited": 1772618400}"#).contains("1772618400")
        )
        #expect(try slack.notice(#"{"type": "url_verification", "challenge": "c"}"#).contains("url_verification"))
        #expect(throws: UnpackError.self) { try slack.items("{}") }
        #expect(throws: UnpackError.self) { try slack.items(#"{"type": "event_callback"}"#) }
        #expect(throws: UnpackError.self) { try slack.items(#"{"type": "event_callback", "event": []}"#) }
    }

    @Test("a message that was passed on stands beside the text")
    func shared() throws {
        let message = try slack.message(
            Self.event(
                #"""
                {"type": "message", "channel": "C1", "user": "U1", "text": "this one", "ts": "1.1",
                 "attachments": [{"is_share": true, "text": "it &lt;never&gt; came"}, {"fallback": "a preview"}]}
                """#
            )
        )
        #expect(message.remarks == ["passed on: it <never> came"])
    }

    @Test(
        "the text is what a reader of Slack sees",
        arguments: [
            ("plain", "plain"), ("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"), ("&amp;lt;", "&lt;"),
            ("hi <@U1|ana>", "hi @ana"), ("hi <@U1>", "hi @U1"), ("in <#C1|general>", "in #general"), ("<#C1>", "#C1"),
            ("<!here> help", "@here help"), ("<!subteam^S1|@team>", "@team"), ("<!subteam^S1>", "@subteam"),
            ("<!date^1392734382^{date}|Feb 18>", "Feb 18"), ("<https://a.example>", "https://a.example"),
            ("<https://a.example|a.example>", "https://a.example"),
            ("<https://a.example/x|my order>", "my order (https://a.example/x)"),
            ("<https://a.example/?a=1&amp;b=2>", "https://a.example/?a=1&b=2"),
            ("<mailto:a@b.example|a@b.example>", "a@b.example"),
            ("<tel:+4930|+4930>", "+4930"), ("a < b", "a < b"), ("a <", "a <"), ("<<@U1>", "<@U1"), ("<>", ""),
            ("<|>", ""),
        ]
    )
    func text(slack: String, plain: String) {
        #expect(SlackText.plain(slack, without: []) == plain)
    }
}
