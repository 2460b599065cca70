import Foundation
import Model

/// Telegram signs nothing: it repeats the `secret_token` of `setWebhook` in a header field.
///
/// Source: https://core.telegram.org/bots/api#setwebhook
struct TelegramSecret: WebhookScheme {
    private let keys: [SecretWord]

    private static let kind = SecretKind(
        name: "secret of the Telegram webhook",
        form: "8 to 256 of the letters A-Z, a-z, 0-9, _ and -, as given to setWebhook as secret_token",
        shortest: 8
    )

    init(keys: [String]) throws(ChannelKeyError) {
        self.keys = try ChannelKeyError.keys(keys, of: Self.kind.name) { (text) throws(ChannelKeyError) in
            try Self.kind.check(text)
            if text.contains(":") { throw Self.kind.wrong("has a colon in it, as the token of a bot has") }
            guard text.utf8.count <= 256, text.utf8.allSatisfy(Self.isAllowed) else {
                throw Self.kind.wrong("is longer than 256 letters or has one in it that Telegram does not allow")
            }
            return SecretWord(text.utf8)
        }
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        let token = try request.sole("X-Telegram-Bot-Api-Secret-Token")
        guard keys.contains(where: { $0.isEqual(to: token.utf8) }) else { throw .badSignature }
        return .take(Self.identity(request.body), answer: .accepted)
    }

    /// `update_id`, a whole number (https://core.telegram.org/bots/api#update).
    private static func identity(_ body: [UInt8]) -> DeliveryIdentity {
        guard case .whole(let number) = (try? JSONValue(parsing: body))?["update_id"] else { return .bytes }
        return .key(String(number))
    }

    private static func isAllowed(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
