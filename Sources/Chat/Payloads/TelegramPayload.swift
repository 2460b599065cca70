import Model

/// What Telegram's Bot API delivers: one update to a webhook, or a page of them to `getUpdates`
/// (core.telegram.org/bots/api#update).
enum TelegramPayload {
    static func items(of json: JSONValue) throws(UnpackError) -> [DeliveredItem] {
        if let updates = json["result"]?.list ?? json.list { return updates.map(item) }
        if json["update_id"] != nil { return [item(of: json)] }
        if json["ok"]?.flag == false, let words = json["description"]?.text {
            throw UnpackError("Telegram answered: \(PlainChatText.line(words))")
        }
        throw UnpackError("This is no update of Telegram's: it has no number.")
    }

    private static func item(of update: JSONValue) -> DeliveredItem {
        guard let members = update.members else { return .notice("Among the updates is something that is none.") }
        if let message = update["message"] { return TelegramMessage(message).item }
        if let message = update["edited_message"] {
            return TelegramMessage(message, edit: update["update_id"]?.label ?? "?").item
        }
        let kinds = members.keys.filter { $0 != "update_id" }.sorted()
        if kinds == ["callback_query"] { return .notice("Somebody pressed a button below a message.") }
        if kinds == ["channel_post"] || kinds == ["edited_channel_post"] {
            return .notice("A post in the channel \(update[kinds[0], "chat", "title"]?.label ?? "?").")
        }
        return .notice("Telegram tells of “\(kinds.prefix(3).joined(separator: ", "))”.")
    }
}
