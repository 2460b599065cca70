import Model
import Testing

@testable import Chat

/// Takes deliveries apart as a channel does.
struct Unpacking {
    let provider: ChannelProvider

    init(_ provider: ChannelProvider) {
        self.provider = provider
    }

    func items(of request: ReceivedRequest) throws(UnpackError) -> [DeliveredItem] {
        try DeliveryUnpacker(ChannelSettings(provider: provider), channel: InboxName("test")).items(of: request)
    }

    func items(_ json: String) throws(UnpackError) -> [DeliveredItem] {
        try items(of: .json(json))
    }

    /// The only message of a delivery.
    func message(_ json: String) throws -> ChatMessage {
        try #require(try items(json).onlyMessage)
    }

    func notice(_ json: String) throws -> String {
        try #require(try items(json).onlyNotice)
    }
}

extension [DeliveredItem] {
    var messages: [ChatMessage] {
        compactMap { if case .message(let message) = $0 { message } else { nil } }
    }

    var notices: [String] {
        compactMap { if case .notice(let words) = $0 { words } else { nil } }
    }

    var receipts: [ReplyReceipt] {
        compactMap { if case .receipt(let receipt) = $0 { receipt } else { nil } }
    }

    var onlyReceipt: ReplyReceipt? { count == 1 ? receipts.first : nil }

    var onlyMessage: ChatMessage? { count == 1 ? messages.first : nil }

    var onlyNotice: String? { count == 1 ? notices.first : nil }

    var onlyMail: (id: String, raw: [UInt8])? {
        if count == 1, case .mail(let id, let raw)? = first { (id, raw) } else { nil }
    }
}

extension ReceivedRequest {
    static let sentTo = "https://desk.example/channels/test"

    static func json(_ text: String, fields: [HeaderField] = []) -> ReceivedRequest {
        let type = HeaderField(name: "Content-Type", value: "application/json")
        return ReceivedRequest(url: sentTo, fields: [type] + fields, body: Array(text.utf8))
    }

    /// `name=value&…`, already encoded.
    static func form(_ text: String) -> ReceivedRequest {
        let type = HeaderField(name: "Content-Type", value: "application/x-www-form-urlencoded")
        return ReceivedRequest(url: sentTo, fields: [type], body: Array(text.utf8))
    }

    /// - Parameter parts: names of fields, names of files or nil, and contents.
    static func multipart(_ parts: [(name: String, file: String?, content: String)]) -> ReceivedRequest {
        var body = ""
        for part in parts {
            body += "--frontier\r\nContent-Disposition: form-data; name=\"\(part.name)\""
            if let file = part.file { body += "; filename=\"\(file)\"\r\nContent-Type: text/plain" }
            body += "\r\n\r\n\(part.content)\r\n"
        }
        let type = HeaderField(name: "Content-Type", value: "multipart/form-data; boundary=frontier")
        return ReceivedRequest(url: sentTo, fields: [type], body: Array((body + "--frontier--\r\n").utf8))
    }
}
