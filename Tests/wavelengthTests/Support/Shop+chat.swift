import Foundation
import TestSupport

extension Shop {
    /// A shop whose inbox is a generic channel, keyed by `WebhookSource.key`.
    ///
    /// - Parameter replies: where replies are posted.
    static func chat(replies: ReplyReceiver? = nil, undo: String = "0s") throws -> Shop {
        let reply = replies.map { "\n  reply: {url: \($0.url), key: {file: reply-key}}" } ?? ""
        let shop = try Shop(
            inbox: """
                sender_name: Example Shop
                language: en
                undo: \(undo)
                webhook:
                  keys: [{file: key}]
                  fields: {id: uid, person: from.id, name: from.name, text: body, chat: room}\(reply)
                """
        )
        try shop.directory.write("\(WebhookSource.key)\n", to: "key")
        try shop.directory.write("\(ReplyReceiver.key)\n", to: "reply-key")
        return shop
    }

    func webhooks(key: String = WebhookSource.key) throws -> WebhookSource {
        try WebhookSource(port: port, key: key)
    }

    /// What `channels list --json` says of the one channel.
    func channel() async throws -> JSON {
        let result = try await run("channels", "list", "--json")
        guard let channel = try? JSON(result.output).items.first else { throw TestSupportError("no list: \(result)") }
        return channel
    }
}
