import Model

/// One message of WhatsApp's, known by its `wamid`.
struct WhatsAppMessage {
    private let json: JSONValue
    private let names: [String: String]
    private let kind: String

    init(_ json: JSONValue, names: [String: String]) {
        self.json = json
        self.names = names
        kind = json["type"]?.text ?? "unknown"
    }

    var item: DeliveredItem {
        guard json.members != nil else { return .notice("Among the messages is something that is none.") }
        let author = (json["from"] ?? json["from_user_id"])?.label
        switch kind {
        case "reaction":
            let mark = json["reaction", "emoji"]?.label
            let message = json["reaction", "message_id"]?.label ?? "?"
            return .notice(
                mark.map { "\($0) for the message \(message)." } ?? "A reaction to \(message) was taken back."
            )
        case "system": return .notice("WhatsApp says: \(json["system", "body"]?.label ?? "no words")")
        case "request_welcome": return .notice("\(author ?? "Somebody") opened the chat.")
        default: break
        }
        guard let author, let number = json["id"]?.label else {
            return .message(.odd(json, id: json["id"]?.label, person: author, lacks: "an author or a number"))
        }
        return .message(message(number, author))
    }

    private func message(_ number: String, _ author: String) -> ChatMessage {
        var message = ChatMessage(
            id: number,
            place: ChatPlace(chat: json["group_id"]?.label.map(WhatsAppGroup.chat) ?? author),
            person: ChatPerson(id: author, name: author.utf8.count <= 100 ? names[author] : nil),
            sentAt: ProviderTime.read(json["timestamp"]),
            text: "",
            answers: json["context", "id"]?.label
        )
        addContent(to: &message)
        if json["group_id"]?.label != nil { message.remarks.append("written in a group") }
        if json["context", "forwarded"]?.flag == true || json["context", "frequently_forwarded"]?.flag == true {
            message.remarks.append("passed on from elsewhere")
        }
        if let product = json["context", "referred_product", "product_retailer_id"]?.label {
            message.remarks.append("about the product \(product)")
        }
        if let source = json["referral", "source_url"]?.label { message.remarks.append("came here from \(source)") }
        return message
    }

    private func addContent(to message: inout ChatMessage) {
        let content = json[kind]
        switch kind {
        case "text": message.text = content?["body"]?.text ?? ""
        case "image", "video", "audio", "voice", "document", "sticker": addFile(content, to: &message)
        case "button":
            message.text = (content?["text"] ?? content?["payload"])?.label ?? ""
            message.remarks.append("a button was pressed")
        case "interactive": addChoice(content, to: &message)
        case "location": message.remarks.append(ChatRemark.place(content ?? .null))
        case "contacts": message.remarks += (content?.list ?? []).map(Self.contact)
        case "order": addOrder(content, to: &message)
        default: addUnknown(to: &message)
        }
    }

    private func addFile(_ content: JSONValue?, to message: inout ChatMessage) {
        message.text = content?["caption"]?.text ?? ""
        guard let reference = content?["id"]?.label else {
            return message.remarks.append("a file that cannot be asked for")
        }
        let name = content?["filename"]?.label ?? kind
        let type = FileType.named(content?["mime_type"]?.text) ?? FileType.of(fileName: name)
        message.attachments.append(ChatAttachment(name: name, type: type, reference: reference))
        if kind == "sticker" { message.remarks.append("a sticker") }
    }

    /// A reply by a button or from a list, or a form that was filled in.
    private func addChoice(_ content: JSONValue?, to message: inout ChatMessage) {
        if let reply = content?["button_reply"] ?? content?["list_reply"] {
            message.text = (reply["title"] ?? reply["id"])?.label ?? ""
            message.remarks.append(["chosen from what was offered", reply["description"]?.label].joinedWords)
        } else if let form = content?["nfm_reply"] {
            message.text = form["response_json"]?.label ?? form["body"]?.label ?? ""
            message.remarks.append("a form that was filled in")
        } else {
            addUnknown(to: &message)
        }
    }

    private static func contact(_ contact: JSONValue) -> String {
        let phones = (contact["phones"]?.list ?? []).map { $0["phone"]?.label }
        return "a contact: \(([contact["name", "formatted_name"]?.label] + phones.prefix(5)).joinedWords)"
    }

    private func addOrder(_ content: JSONValue?, to message: inout ChatMessage) {
        message.text = content?["text"]?.text ?? ""
        for product in (content?["product_items"]?.list ?? []).prefix(15) {
            let words = [product["quantity"]?.label, "×", product["product_retailer_id"]?.label]
            message.remarks.append("orders \(words.joinedWords)")
        }
    }

    private func addUnknown(to message: inout ChatMessage) {
        let reasons = (json["errors"]?.list ?? []).map(WhatsAppPayload.words).joined(separator: "; ")
        message.remarks.append(
            "something of the kind “\(kind)”, which cannot be shown" + (reasons.isEmpty ? "" : ": \(reasons)")
        )
        if reasons.isEmpty { message.text = json[kind]?.compact ?? json.compact }
    }
}
