import Model

/// One event of Messenger's: mostly a message, known by its `mid`.
struct MessengerEvent {
    private let json: JSONValue
    private let account: String

    init(_ json: JSONValue, account: String) {
        self.json = json
        self.account = account
    }

    var item: DeliveredItem {
        guard let members = json.members else { return .notice("Among the events is something that is none.") }
        if let message = json["message"] { return item(of: message) }
        if let postback = json["postback"] { return pressed(postback) }
        if let edit = json["message_edit"] { return edited(edit) }
        if json["delivery"] != nil { return .notice("Messages were delivered to \(author ?? "somebody").") }
        if json["read"] != nil { return .notice("Messages were read by \(author ?? "somebody").") }
        let kinds = members.keys.filter { !["sender", "recipient", "timestamp"].contains($0) }.sorted()
        return .notice("Messenger tells of “\(kinds.prefix(3).joined(separator: ", "))”.")
    }

    private var author: String? {
        (json["sender", "id"] ?? json["sender", "user_ref"])?.label
    }

    private func item(of message: JSONValue) -> DeliveredItem {
        if message["is_echo"]?.flag == true || author == account {
            return .notice("A message of our own came back from Messenger.")
        }
        if message["is_deleted"]?.flag == true {
            return .notice("The message \(message["mid"]?.label ?? "?") was deleted by its author.")
        }
        guard let author, let number = message["mid"]?.label else {
            return .message(.odd(json, id: message["mid"]?.label, person: author, lacks: "an author or a number"))
        }
        var chat = chatMessage(number, author, message["text"]?.text ?? "")
        chat.answers = message["reply_to", "mid"]?.label
        for file in message["attachments"]?.list ?? [] { MessengerAttachment(file).add(to: &chat) }
        if message["is_unsupported"]?.flag == true { chat.remarks.append("something that Messenger cannot hand over") }
        if message["quick_reply"] != nil { chat.remarks.append("chosen from what was offered") }
        return .message(chat)
    }

    private func chatMessage(_ number: String, _ author: String, _ text: String) -> ChatMessage {
        ChatMessage(
            id: number,
            place: ChatPlace(chat: author),
            person: ChatPerson(id: author),
            sentAt: ProviderTime.read(json["timestamp"]),
            text: text
        )
    }

    private func pressed(_ postback: JSONValue) -> DeliveredItem {
        let number = postback["mid"]?.label ?? "postback/\(ProviderNumber.digest(json.compact.utf8))"
        guard let author else { return .message(.odd(json, id: number, lacks: "an author")) }
        var message = chatMessage(number, author, (postback["title"] ?? postback["payload"])?.label ?? "")
        message.remarks.append(["a button was pressed", postback["payload"]?.label.map { "(\($0))" }].joinedWords)
        return .message(message)
    }

    private func edited(_ edit: JSONValue) -> DeliveredItem {
        guard let author, let number = edit["mid"]?.label else {
            return .message(.odd(json, person: author, lacks: "an author or a number"))
        }
        let count = edit["num_edit"]?.label ?? ProviderNumber.digest(json.compact.utf8)
        var message = chatMessage("\(number)/\(count)", author, edit["text"]?.text ?? "")
        message.remarks.append(ChatMessage.editedRemark)
        return .message(message)
    }
}

/// What came with a message of Messenger's.
private struct MessengerAttachment {
    private let json: JSONValue

    init(_ json: JSONValue) {
        self.json = json
    }

    func add(to message: inout ChatMessage) {
        let kind = json["type"]?.text ?? "?"
        let payload = json["payload"]
        if kind == "location" { return message.remarks.append(ChatRemark.place(payload?["coordinates"] ?? .null)) }
        if kind == "sticker" || payload?["sticker_id"] != nil { return message.remarks.append("a sticker") }
        let url = (payload?["url"] ?? json["url"])?.text
        switch kind {
        case "image", "video", "audio", "file":
            guard let url else { return message.remarks.append("a file without an address") }
            let name = FileType.fileName(ofURL: url) ?? kind
            message.attachments.append(ChatAttachment(name: name, type: FileType.of(fileName: name), url: url))
        default:
            let title = (json["title"] ?? payload?["title"])?.label
            message.remarks.append(["something of the kind “\(kind)”", title, url].joinedWords)
        }
    }
}
