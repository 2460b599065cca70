import Chat
import Model

extension HostileDelivery {
    private static let generic = ChannelProvider.webhook(GenericChannel(fields: FieldMap(attachments: ["files"])))
    private static let meta = MetaChannel(account: "1", verifyToken: .environment("V"))
    private static let slack = ChannelProvider.slack(SlackChannel())
    private static let telegram = ChannelProvider.telegram(TelegramChannel())

    private static func slackText(_ name: String, _ unit: String) -> HostileDelivery {
        HostileDelivery(
            name,
            slack,
            around(
                #"{"type":"event_callback","event":{"type":"message","channel":"C","user":"U","ts":"1.2","text":""#,
                unit,
                #""}}"#
            )
        )
    }

    private static func telegramMessage(
        _ name: String,
        _ start: String,
        _ unit: String,
        _ end: String
    ) -> HostileDelivery {
        let head = #"{"update_id":1,"message":{"message_id":1,"date":1772618400,"chat":{"id":1},"from":{"id":1},"#
        return HostileDelivery(name, telegram, around(head + start, unit, end + "}}"))
    }

    private static func whatsapp(_ name: String, _ start: String, _ unit: String, _ end: String) -> HostileDelivery {
        let head = #"{"entry":[{"changes":[{"field":"messages","value":{"#
        return HostileDelivery(name, .whatsapp(meta), around(head + start, unit, end + "}}]}]}"))
    }

    static let messages: [HostileDelivery] = [
        HostileDelivery("many messages", generic, around("[", #"{"id":#,"person":"p","text":"t"},"#, "0]")),
        HostileDelivery(
            "one number for many messages",
            generic,
            around("[", #"{"id":1,"person":"p","text":"t#"},"#, "0]")
        ),
        HostileDelivery("the same message", generic, around("[", #"{"id":1,"person":"p","text":"t"},"#, "0]")),
        HostileDelivery("many that are none", generic, around(#"[{"id":1}"#, ",{}", "]")),
        HostileDelivery("many numbers", generic, around(#"[{"id":1}"#, ",1", "]")),
        HostileDelivery("long text", generic, around(#"{"id":1,"person":"p","text":""#, "word ", #""}"#)),
        HostileDelivery("text of line ends", generic, around(#"{"id":1,"person":"p","text":""#, #"\r\n"#, #""}"#)),
        HostileDelivery(
            "text of accents",
            generic,
            around(#"{"id":1,"person":"p","text":"a"#, "\u{301}\u{316}", #""}"#)
        ),
        HostileDelivery("long number", generic, around(#"{"person":"p","text":"t","id":""#, "é\\n", #""}"#)),
        HostileDelivery(
            "long name",
            generic,
            around(#"{"id":1,"person":"p","text":"t","name":""#, " a\u{202E}", #""}"#)
        ),
        HostileDelivery(
            "many files",
            generic,
            around(#"{"id":1,"person":"p","files":["#, #""https://a.example/#.png","#, "0]}")
        ),
        HostileDelivery(
            "a file with a long address",
            generic,
            around(#"{"id":1,"person":"p","files":["https://a.example/"#, "a/%C3", #""]}"#)
        ),
        slackText("accents", "\u{301}\u{316}"), slackText("a link of accents", "<\u{301}\u{316}>"),
        slackText("links", "<https://a.example|b> "), slackText("opening brackets", "<"),
        slackText("brackets and bars", "<|>"), slackText("ampersands", "&amp;"), slackText("mentions", "<@U1>"),
        HostileDelivery(
            "many messages passed on",
            slack,
            around(
                #"{"type":"event_callback","event":{"type":"message","channel":"C","user":"U","ts":"1.2","attachments":["#,
                #"{"is_share":true,"text":"<a|b>"},"#,
                "0]}}"
            )
        ),
        HostileDelivery(
            "many updates",
            telegram,
            around(
                #"{"ok":true,"result":["#,
                #"{"update_id":#,"message":{"message_id":#,"chat":{"id":1},"from":{"id":1},"text":"t"}},"#,
                "0]}"
            )
        ),
        telegramMessage("many links", #""text":"t","entities":["#, #"{"url":"https://a.example"},"#, "0]"),
        telegramMessage("accents", #""text":"/start"#, "\u{301}\u{316}", #"""#),
        telegramMessage("a file of accents", #""document":{"file_id":"a","file_name":"."#, "\u{301}\u{316}", #""}"#),
        telegramMessage("many unknown members", #""a":0"#, #","b#":0"#, ""),
        telegramMessage("sizes of one picture", #""photo":["#, #"{"file_id":"f#","width":#,"height":2},"#, "0]"),
        telegramMessage("a start that goes on", #""text":"/start "#, "a ", #"""#),
        whatsapp(
            "many messages",
            #""messages":["#,
            #"{"from":"1","id":"w#","type":"text","text":{"body":"t"}},"#,
            "0]"
        ),
        whatsapp("many receipts", #""statuses":["#, #"{"id":"w#","status":"read"},"#, "0]"),
        whatsapp(
            "many contacts",
            #""messages":[{"from":"1","id":"w","type":"contacts","contacts":["#,
            #"{"name":{"formatted_name":"n#"}},"#,
            "0]}]"
        ),
        whatsapp("many names", #""contacts":["#, #"{"wa_id":"w#","profile":{"name":"n"}},"#, "0]"),
        HostileDelivery(
            "many entries",
            .messenger(meta),
            around(#"{"entry":["#, #"{"id":"1","messaging":[{"read":1}]},"#, "0]}")
        ),
        HostileDelivery(
            "many files",
            .messenger(meta),
            around(
                #"{"entry":[{"id":"1","messaging":[{"sender":{"id":2},"message":{"mid":"m","attachments":["#,
                #"{"type":"image","payload":{"url":"https://a.example/#"}},"#,
                "0]}}]}]}"
            )
        ),
    ]
}
