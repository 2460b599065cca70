import Model

/// What Twilio delivers: one SMS or WhatsApp message as a form
/// (www.twilio.com/docs/messaging/guides/webhook-request).
enum TwilioPayload {
    /// Octets; Twilio's own names are far shorter.
    private static let longestName = 100

    static func items(of form: FormBody) throws(UnpackError) -> [DeliveredItem] {
        let fields = form.fields.filter { $0.name.utf8.count <= longestName }
        let values = Dictionary(fields.map { ($0.name, $0.text) }) { first, _ in first }
        if let state = values["MessageStatus"], state != "received" { return [receipt(values, state)] }
        guard let author = values["From"], !author.isEmpty else {
            throw UnpackError("This is no message of Twilio's: it does not say from whom it is.")
        }
        guard let number = values["MessageSid"] ?? values["SmsMessageSid"] ?? values["SmsSid"], !number.isEmpty else {
            throw UnpackError("This is no message of Twilio's: it has no number.")
        }
        var message = ChatMessage(
            id: number,
            place: ChatPlace(chat: author),
            person: ChatPerson(id: author, name: values["ProfileName"]),
            text: values["Body"] ?? "",
            attachments: files(values),
            answers: values["OriginalRepliedMessageSid"].flatMap { $0.isEmpty ? nil : $0 }
        )
        message.remarks = remarks(values)
        return [.message(message)]
    }

    private static func receipt(_ values: [String: String], _ state: String) -> DeliveredItem {
        let message = values["MessageSid"] ?? values["SmsSid"] ?? "?"
        guard state == "failed" || state == "undelivered" else { return .notice("The message \(message) is \(state).") }
        let code = values["ErrorCode"] ?? "no reason given"
        let words = [code, values["ErrorMessage"], values["ChannelStatusMessage"]].joinedWords
        return .notice("Twilio could not deliver the message \(message): \(words)")
    }

    /// Twilio sends ten at most.
    private static func files(_ values: [String: String]) -> [ChatAttachment] {
        (0..<min(max(values["NumMedia"].flatMap { Int($0) } ?? 0, 0), 50)).compactMap { index in
            guard let url = values["MediaUrl\(index)"] else { return nil }
            let type = FileType.named(values["MediaContentType\(index)"]) ?? FileType.unknown
            let name = FileType.fileName(ofURL: url) ?? "file \(index + 1)"
            return ChatAttachment(name: name, type: type, url: url)
        }
    }

    private static func remarks(_ values: [String: String]) -> [String] {
        var remarks: [String] = []
        if let latitude = values["Latitude"], let longitude = values["Longitude"] {
            let words = [values["Label"], values["Address"], "(\(latitude), \(longitude))"].joinedWords
            remarks.append("a place on the map: \(words)")
        }
        if values["ButtonText"] != nil || values["ButtonPayload"] != nil { remarks.append("a button was pressed") }
        if values["Forwarded"] == "true" || values["FrequentlyForwarded"] == "true" {
            remarks.append("passed on from elsewhere")
        }
        if let kind = values["OptOutType"] { remarks.append("Twilio took this as \(kind) of messages to this number") }
        return remarks
    }
}
