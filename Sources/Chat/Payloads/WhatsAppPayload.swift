import Model

/// What WhatsApp's Cloud API delivers: up to 1,000 messages and receipts in changes of entries
/// (developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components and …/payload-examples).
struct WhatsAppPayload {
    /// The number of our phone number.
    private let account: String

    init(account: String) {
        self.account = account
    }

    func items(of json: JSONValue) throws(UnpackError) -> [DeliveredItem] {
        guard let entries = json["entry"]?.list else {
            throw UnpackError("This is no delivery of WhatsApp's: there is no list of entries in it.")
        }
        if let object = json["object"]?.text, object != "whatsapp_business_account" {
            return [.notice("A delivery about “\(object)”, which is not WhatsApp.")]
        }
        return entries.flatMap { ($0["changes"]?.list ?? []).flatMap(events(of:)) }
    }

    private func events(of change: JSONValue) -> [DeliveredItem] {
        let field = change["field"]?.text ?? "?"
        guard field == "messages", let value = change["value"] else {
            return [.notice("WhatsApp tells of “\(field)”.")]
        }
        let messages = value["messages"]?.list ?? []
        let receipts = value["statuses"]?.list ?? []
        if let number = value["metadata", "phone_number_id"]?.label, number != account {
            let count = messages.count + receipts.count
            return [
                .notice("\(count) messages or receipts for the phone number \(number), which is not this channel's.")
            ]
        }
        let names = Self.names(in: value["contacts"])
        return messages.map { WhatsAppMessage($0, names: names).item } + receipts.map { WhatsAppReceipt($0).item }
            + (value["errors"]?.list ?? []).map { .notice("WhatsApp tells of an error: \(Self.words(for: $0))") }
    }

    /// Octets; what is longer is no number of a person.
    private static let longestNumber = 100

    /// What people call themselves, by their numbers.
    private static func names(in contacts: JSONValue?) -> [String: String] {
        var names: [String: String] = [:]
        for contact in contacts?.list ?? [] {
            guard let name = contact["profile", "name"]?.label else { continue }
            for number in [contact["wa_id"]?.label, contact["user_id"]?.label] {
                if let number, number.utf8.count <= longestNumber { names[number] = name }
            }
        }
        return names
    }

    static func words(for error: JSONValue) -> String {
        let text = error["error_data", "details"] ?? error["title"] ?? error["message"]
        return [text?.label ?? "no reason given", error["code"]?.label.map { "(\($0))" }].joinedWords
    }
}
