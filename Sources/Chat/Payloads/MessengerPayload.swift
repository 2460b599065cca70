import Model

/// What Messenger delivers: events of people with a page, in entries
/// (developers.facebook.com/docs/messenger-platform/reference/webhook-events).
struct MessengerPayload {
    /// The number of our page.
    private let account: String

    init(account: String) {
        self.account = account
    }

    func items(of json: JSONValue) throws(UnpackError) -> [DeliveredItem] {
        guard let entries = json["entry"]?.list else {
            throw UnpackError("This is no delivery of Messenger's: there is no list of entries in it.")
        }
        return entries.flatMap(events(of:))
    }

    private func events(of entry: JSONValue) -> [DeliveredItem] {
        let events = entry["messaging"]?.list ?? []
        if let page = entry["id"]?.label, page != account {
            return [.notice("\(events.count) events of the page \(page), which is not this channel's.")]
        }
        var items = events.map { MessengerEvent($0, account: account).item }
        items += (entry["standby"]?.list ?? []).map { _ in .notice("A message to another app, which has this chat now.")
        }
        for change in entry["changes"]?.list ?? [] {
            items.append(.notice("Messenger tells of “\(change["field"]?.label ?? "?")”."))
        }
        return items
    }
}
