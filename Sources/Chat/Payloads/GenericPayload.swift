import Foundation
import Model

/// Messages in JSON whose members the configuration names.
struct GenericPayload {
    private let fields: FieldMap
    /// The number of the delivery, for messages that have none; nil where the same message may come in several.
    private let delivery: String?

    init(fields: FieldMap, delivery: String? = nil) {
        self.fields = fields
        self.delivery = delivery
    }

    func items(of json: JSONValue) throws(UnpackError) -> [DeliveredItem] {
        let messages = try messages(in: json)
        let isMapped = messages.isEmpty || messages.contains { hasAnything($0) }
        guard isMapped else {
            throw UnpackError("Nothing stands where the configuration says that number, text and person are.")
        }
        return messages.enumerated().map { item(of: $1, index: $0) }
    }

    private func messages(in json: JSONValue) throws(UnpackError) -> [JSONValue] {
        guard let found = json.value(at: fields.messages) else {
            if case .null? = json.value(at: fields.messages.dropLast())?.members?[fields.messages.last ?? ""] {
                return []
            }
            let path = fields.messages.joined(separator: ".")
            throw UnpackError(path.isEmpty ? "The document is empty." : "There is no member “\(path)” with messages.")
        }
        return found.list ?? [found]
    }

    private func hasAnything(_ message: JSONValue) -> Bool {
        guard message.members != nil else { return false }
        return [fields.id, fields.text, fields.person].contains { message.value(at: $0) != nil }
    }

    private func item(of json: JSONValue, index: Int) -> DeliveredItem {
        guard json.members != nil else {
            return .notice("Among the messages is something that is none: \(json.compact)")
        }
        let number = json.value(at: fields.id)?.label ?? delivery.map { "\($0)/\(index)" }
        guard let person = json.value(at: fields.person)?.label else {
            return .message(.odd(json, id: number, chat: chat(of: json), lacks: "an author"))
        }
        var message = ChatMessage(
            id: number ?? "digest/\(ProviderNumber.digest(json.compact.utf8))",
            place: ChatPlace(chat: chat(of: json) ?? person, thread: label(json, fields.thread)),
            person: ChatPerson(id: person, name: label(json, fields.name), verifiedAddress: verifiedAddress(of: json)),
            sentAt: ProviderTime.read(fields.sentAt.flatMap { json.value(at: $0) }),
            text: "",
            attachments: attachments(of: json)
        )
        setText(of: &message, from: json)
        return .message(message)
    }

    private func setText(of message: inout ChatMessage, from json: JSONValue) {
        switch json.value(at: fields.text) {
        case .text(let text)?: message.text = text
        case let value?:
            message.text = value.label ?? value.compact
            if value.label == nil { message.remarks.append("a text in the form of data") }
        case nil where message.attachments.isEmpty:
            message.text = json.compact
            message.remarks.append("a message without a text, shown as it came")
        case nil: break
        }
    }

    private func chat(of json: JSONValue) -> String? {
        label(json, fields.chat)
    }

    private func label(_ json: JSONValue, _ path: [String]?) -> String? {
        path.flatMap { json.value(at: $0)?.label }
    }

    private func verifiedAddress(of json: JSONValue) -> String? {
        guard let address = label(json, fields.verifiedAddress), address.utf8.count <= 254 else { return nil }
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        let isSound = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !Self.marks.contains($0) }
        return halves.count == 2 && halves.allSatisfy { !$0.isEmpty } && isSound ? address : nil
    }

    private static let marks = Set(",;<>()[]\"\\:".utf8)

    /// Addresses, or objects with an address and what else is known.
    private func attachments(of json: JSONValue) -> [ChatAttachment] {
        guard let found = fields.attachments.flatMap({ json.value(at: $0) }) else { return [] }
        return (found.list ?? [found]).compactMap { item in
            guard let url = item.text ?? item["url"]?.text, !url.isEmpty else { return nil }
            let name = item["name"]?.text ?? FileType.fileName(ofURL: url) ?? "file"
            let type = FileType.named(item["type"]?.text) ?? FileType.of(fileName: name)
            return ChatAttachment(name: name, type: type, size: item["size"]?.whole, url: url)
        }
    }
}
