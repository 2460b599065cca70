import Model

/// What Twilio delivers: one SMS or WhatsApp message as a form, or what became of one of ours
/// (www.twilio.com/docs/messaging/guides/webhook-request).
enum TwilioPayload {
    /// A field of our own, in what was fetched: Twilio's webhooks do not say when a message was sent.
    static let timeField = "DateSent"

    /// Octets; Twilio's own names are far shorter.
    private static let longestName = 100

    /// - Parameter part: which part of which reply the address that Twilio called names.
    static func items(of form: FormBody, part: SentPartName? = nil) throws(UnpackError) -> [DeliveredItem] {
        let fields = form.fields.filter { $0.name.utf8.count <= longestName }
        let values = Dictionary(fields.map { ($0.name, $0.text) }) { first, _ in first }
        if let state = values["MessageStatus"], state != "received" {
            return [TwilioReceipt(values, state, part: part).item]
        }
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
            sentAt: ProviderTime.read(values[timeField].map { .text($0) }),
            text: values["Body"] ?? "",
            attachments: files(values),
            answers: values["OriginalRepliedMessageSid"].flatMap { $0.isEmpty ? nil : $0 }
        )
        message.remarks = remarks(values)
        return [.message(message)]
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
