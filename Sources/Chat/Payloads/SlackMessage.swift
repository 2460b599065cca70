import Model

/// One message of Slack's. Its number is the channel and the time of its sending, which is unique within the channel; an
/// edited one has the time of the edit behind it.
struct SlackMessage {
    private let json: JSONValue
    private let channel: String?
    private let isDirect: Bool
    private let envelope: SlackEnvelope
    private let edit: String?

    /// - Parameters:
    ///   - event: what says in which channel the message is.
    ///   - edit: when it was edited; nil for a new message.
    init(_ json: JSONValue, in event: JSONValue, _ envelope: SlackEnvelope, edit: String? = nil) {
        self.json = json
        channel = event["channel"]?.label
        isDirect = Self.isDirect(event)
        self.envelope = envelope
        self.edit = edit
    }

    var item: DeliveredItem {
        if let program = json["bot_id"]?.label ?? (json["subtype"]?.text == "bot_message" ? "?" : nil) {
            let isOurs = json["app_id"]?.label.map { $0 == envelope.app } ?? false
            return .notice(
                isOurs ? "A message of our own came back from Slack." : "A message of the program \(program)."
            )
        }
        let user = json["user"]?.label
        if let user, envelope.ourUsers.contains(user) { return .notice("A message of our own came back from Slack.") }
        guard let channel, let time = json["ts"]?.label, let user else {
            return .message(
                .odd(json, id: number, chat: channel, person: user, lacks: "an author, a channel or a time")
            )
        }
        return .message(message(channel, time, user))
    }

    private var number: String? {
        guard let channel, let time = json["ts"]?.label else { return nil }
        return "\(channel)/\(time)" + (edit.map { "/\($0)" } ?? "")
    }

    private func message(_ channel: String, _ time: String, _ user: String) -> ChatMessage {
        let asked = json["thread_ts"]?.label
        // In a channel, the answer to a message begins a thread there; between two people it stands beside it.
        let thread = asked ?? (isDirect ? nil : time)
        let files = (json["files"]?.list ?? []).map(SlackFile.init)
        var message = ChatMessage(
            id: number ?? "\(channel)/\(time)",
            place: ChatPlace(chat: channel, thread: thread),
            person: ChatPerson(id: user, name: name),
            sentAt: ProviderTime.read(.text(edit ?? time)),
            text: SlackText.plain(json["text"]?.text ?? "", without: envelope.ourUsers),
            attachments: files.compactMap(\.attachment),
            answers: asked.flatMap { $0 == time ? nil : "\(channel)/\($0)" },
            remarks: files.compactMap(\.remark)
        )
        if edit != nil { message.remarks.append(ChatMessage.editedRemark) }
        addShared(to: &message)
        return message
    }

    /// Whether it is said to our app alone, or among the few of a group message, rather than in a channel. A mention comes
    /// without the type, and never from there (docs.slack.dev/reference/events/app_mention).
    private static func isDirect(_ event: JSONValue) -> Bool {
        switch event["channel_type"]?.text {
        case "im", "mpim", "app_home": true
        case nil: event["channel"]?.label?.hasPrefix("D") ?? false
        default: false
        }
    }

    private var name: String? {
        let profile = json["user_profile"]
        return [profile?["real_name"], profile?["display_name"], json["username"]].compactMap { $0?.label }.first
    }

    /// Messages that were passed on stand beside the text.
    private func addShared(to message: inout ChatMessage) {
        for shared in json["attachments"]?.list ?? [] where shared["is_share"]?.flag == true || message.text.isEmpty {
            guard let text = (shared["text"] ?? shared["fallback"])?.text, !text.isEmpty else { continue }
            let words = SlackText.plain(text, without: [])
            message.remarks.append("passed on: \(words)")
        }
    }
}

/// A file of Slack's (docs.slack.dev/reference/objects/file-object).
private struct SlackFile {
    var attachment: ChatAttachment?
    var remark: String?

    init(_ json: JSONValue) {
        guard json["mode"]?.text != "tombstone", let number = json["id"]?.label else {
            remark = "a file that was deleted"
            return
        }
        let name = (json["name"] ?? json["title"])?.text ?? "file"
        attachment = ChatAttachment(
            name: name,
            type: FileType.named(json["mimetype"]?.text) ?? FileType.of(fileName: name),
            size: json["size"]?.whole,
            url: (json["url_private_download"] ?? json["url_private"])?.text,
            reference: number
        )
    }
}
