package import Foundation

/// What Telegram says of its calls to us (core.telegram.org/bots/api#webhookinfo).
package struct TelegramWebhookInfo: Hashable, Sendable {
    /// Empty where the bot is polled.
    package var url: String
    /// Updates that wait for delivery.
    package var pending: Int
    package var lastError: String?
    package var lastErrorAt: Date?

    package init(url: String, pending: Int, lastError: String? = nil, lastErrorAt: Date? = nil) {
        self.url = url
        self.pending = pending
        self.lastError = lastError
        self.lastErrorAt = lastErrorAt
    }

    /// - Parameter result: of an answer, as `TelegramSaid` gives it.
    package init(_ result: JSONValue) throws(AskError) {
        guard let url = result.members?["url"], let pending = result["pending_update_count"]?.whole else {
            throw AskError(.nonsense, "Telegram answered with something that says nothing of a webhook.")
        }
        self.init(
            url: url.text ?? "",
            pending: max(pending, 0),
            lastError: result["last_error_message"]?.text?.asRemark,
            lastErrorAt: result["last_error_date"]?.double.map { Date(timeIntervalSince1970: $0) }
        )
    }
}
