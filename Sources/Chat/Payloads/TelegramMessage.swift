import Model

/// One message of Telegram's (core.telegram.org/bots/api#message). Its number is that of the chat and of the message in
/// it; an edited one has the number of its update behind it.
struct TelegramMessage {
    private let json: JSONValue
    private let edit: String?
    private let media: TelegramMedia

    /// - Parameter edit: the number of the update that brought the edited text; nil for a new message.
    init(_ json: JSONValue, edit: String? = nil) {
        self.json = json
        self.edit = edit
        media = TelegramMedia(json)
    }

    var item: DeliveredItem {
        guard let chat = json["chat", "id"]?.label, let number = json["message_id"]?.label, let author else {
            let chat = json["chat", "id"]?.label
            return .message(.odd(json, chat: chat, person: author?.id, lacks: "a chat, a number or an author"))
        }
        if json["chat", "type"]?.text == "channel" { return .notice("A post in a channel.") }
        let text = (json["text"] ?? json["caption"])?.text ?? ""
        if let start = Self.start(text) {
            return .notice("\(author.name ?? "Somebody") opened the chat\(start.isEmpty ? "" : " with “\(start)”").")
        }
        if text.isEmpty, media.isEmpty, let event = serviceEvent {
            return .notice("Telegram tells of “\(event)” in the chat \(chat).")
        }
        return .message(message(chat, number, author, text))
    }

    private func message(_ chat: String, _ number: String, _ author: ChatPerson, _ text: String) -> ChatMessage {
        let topic = json["is_topic_message"]?.flag == true ? json["message_thread_id"]?.label : nil
        return ChatMessage(
            id: "\(chat)/\(number)" + (edit.map { "/\($0)" } ?? ""),
            place: ChatPlace(chat: chat, thread: topic),
            person: author,
            sentAt: ProviderTime.read((edit == nil ? nil : json["edit_date"]) ?? json["date"]),
            text: text,
            attachments: media.files,
            answers: json["reply_to_message", "message_id"]?.label.map { "\(chat)/\($0)" },
            remarks: media.remarks + remarks(text)
        )
    }

    private func remarks(_ text: String) -> [String] {
        var remarks: [String] = []
        if let title = json["chat", "title"]?.label { remarks.append("written in the group “\(title)”") }
        if edit != nil { remarks.append(ChatMessage.editedRemark) }
        if json["forward_origin"] != nil || json["forward_date"] != nil { remarks.append("passed on from elsewhere") }
        if let quote = json["quote", "text"]?.text { remarks.append("quotes “\(quote)”") }
        for entity in (json["entities"] ?? json["caption_entities"])?.list ?? [] {
            if let link = entity["url"]?.text { remarks.append("links to \(link)") }
        }
        if text.isEmpty, media.isEmpty {
            remarks.append("something that is no text: \(contents.joined(separator: ", "))")
        }
        return remarks
    }

    /// A person, or the group or channel in whose name somebody writes.
    private var author: ChatPerson? {
        guard let from = json["from"] ?? json["sender_chat"], let id = from["id"]?.label else { return nil }
        let names = [from["first_name"], from["last_name"]].compactMap { $0?.label }
        let name = names.isEmpty ? (from["title"] ?? from["username"])?.label : names.joined(separator: " ")
        return ChatPerson(id: id, name: name, isProgram: from["is_bot"]?.flag == true)
    }

    /// What follows `/start`, which the app sends by itself when somebody opens the chat: nothing, or what stood in the
    /// link that led there (core.telegram.org/bots/features#deep-linking). nil where a person wrote more than that.
    private static func start(_ text: String) -> String? {
        guard text.beginsWithOctets(of: "/start"), text.utf8.count <= 500 else { return nil }
        let rest = Substring(text.utf8.dropFirst("/start".utf8.count))
        let words = rest.split(separator: " ", omittingEmptySubsequences: true)
        guard rest.isEmpty || rest.hasPrefix(" ") || rest.hasPrefix("@") else { return nil }
        let payload = rest.hasPrefix("@") ? words.dropFirst() : words[...]
        guard payload.count <= 1, let first = payload.first else { return payload.isEmpty ? "" : nil }
        let isPayload = first.utf8.count <= 64 && first.utf8.allSatisfy(isPayloadOctet)
        return isPayload ? String(first) : nil
    }

    private static func isPayloadOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// What happened to the chat rather than in it.
    private var serviceEvent: String? {
        contents.first {
            Self.serviceEvents.contains($0) || $0.hasPrefix("forum_topic_") || $0.hasPrefix("video_chat_")
        }
    }

    /// The members that say what is in the message.
    private var contents: [String] {
        (json.members ?? [:]).keys.filter { !Self.frame.contains($0) }.sorted()
    }

    private static let frame: Set<String> = [
        "message_id", "message_thread_id", "from", "sender_chat", "sender_boost_count", "sender_business_bot", "date",
        "chat", "forward_origin", "forward_date", "is_topic_message", "is_automatic_forward", "reply_to_message",
        "quote",
        "edit_date", "has_protected_content", "media_group_id", "author_signature", "entities", "caption_entities",
        "text",
        "caption", "via_bot", "effect_id", "link_preview_options", "reply_markup", "show_caption_above_media",
    ]

    private static let serviceEvents: Set<String> = [
        "new_chat_members", "new_chat_member", "new_chat_participant", "left_chat_member", "new_chat_title",
        "new_chat_photo", "delete_chat_photo", "group_chat_created", "supergroup_chat_created", "channel_chat_created",
        "message_auto_delete_timer_changed", "migrate_to_chat_id", "migrate_from_chat_id", "pinned_message",
        "users_shared", "chat_shared", "connected_website", "write_access_allowed", "proximity_alert_triggered",
        "boost_added", "chat_background_set", "general_forum_topic_hidden", "general_forum_topic_unhidden",
        "successful_payment", "refunded_payment", "giveaway_created", "giveaway_completed", "web_app_data",
    ]
}
