import Foundation
import Model

/// What Slack's Events API delivers (docs.slack.dev/apis/events-api, docs.slack.dev/reference/events/message).
struct SlackPayload {
    /// The channels whose messages are taken; all where it is empty.
    private let channels: Set<String>

    init(channels: [String]) {
        self.channels = Set(channels)
    }

    func items(of json: JSONValue) throws(UnpackError) -> [DeliveredItem] {
        switch json["type"]?.text {
        case "event_callback": [item(of: try event(in: json), in: SlackEnvelope(json))]
        case "app_rate_limited":
            [.notice("Slack held events back in the minute from \(json["minute_rate_limited"]?.label ?? "?").")]
        case let kind?: [.notice("Slack sent “\(kind)”, which brings no message.")]
        case nil: throw UnpackError("This is no delivery of Slack's: it does not say of which type it is.")
        }
    }

    private func event(in json: JSONValue) throws(UnpackError) -> JSONValue {
        guard let event = json["event"], event.members != nil else {
            throw UnpackError("There is no event in Slack's delivery.")
        }
        return event
    }

    private func item(of event: JSONValue, in envelope: SlackEnvelope) -> DeliveredItem {
        let kind = event["type"]?.text ?? "without a type"
        guard kind == "message" || kind == "app_mention" else { return .notice("Slack tells of the event “\(kind)”.") }
        if let channel = event["channel"]?.label, !channels.isEmpty, !channels.contains(channel) {
            return .notice("A message in the channel \(channel), whose messages are not taken.")
        }
        switch event["subtype"]?.text {
        case nil, "file_share", "thread_broadcast", "me_message", "bot_message":
            return SlackMessage(event, in: event, envelope).item
        case "message_changed": return edited(event, envelope)
        case "message_deleted":
            return .notice("The message \(Self.number(event, "deleted_ts")) was deleted by its author.")
        case let subtype?:
            return .notice("Slack tells of “\(subtype)” in the channel \(event["channel"]?.label ?? "?").")
        }
    }

    /// Slack tells of previews that it added to a message, and of replies, as changes too: only what a person changed
    /// carries `edited`, and another text.
    private func edited(_ event: JSONValue, _ envelope: SlackEnvelope) -> DeliveredItem {
        guard let message = event["message"], let edit = message["edited", "ts"]?.label,
            Self.differ(message["text"], event["previous_message", "text"])
                || Self.differ(message["files"], event["previous_message", "files"])
        else { return .notice("Slack changed something about the message \(Self.number(event, "message", "ts")).") }
        return SlackMessage(message, in: event, envelope, edit: edit).item
    }

    private static func differ(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
        !(one ?? .null).compact.hasOctets(of: (other ?? .null).compact)
    }

    private static func number(_ event: JSONValue, _ path: String...) -> String {
        "\(event["channel"]?.label ?? "?")/\(event.value(at: path)?.label ?? "?")"
    }
}

/// What is said of all events of a delivery.
struct SlackEnvelope {
    /// Our app.
    let app: String?
    /// The users as whom our app acts.
    let ourUsers: Set<String>

    init(_ json: JSONValue) {
        app = json["api_app_id"]?.label
        let ours = (json["authorizations"]?.list ?? []).filter { $0["is_bot"]?.flag == true }
        ourUsers = Set(ours.compactMap { $0["user_id"]?.label })
    }
}
