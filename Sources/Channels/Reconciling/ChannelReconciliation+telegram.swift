import Chat
import Foundation
import Model

extension ChannelReconciliation {
    func reconcileTelegram(_ mode: TelegramChannel.Mode) async throws -> Reconciled {
        let question = TelegramQuestion(settings: settings, parts: parts)
        let expected = mode == .poll ? "" : webhook
        let first = try await question.webhookInfo()
        if let found = first.judged(expecting: expected, before: nil, at: parts.now()) { return found }
        await parts.rest(Self.grace)
        let second = try await question.webhookInfo()
        return second.judged(expecting: expected, before: first, at: parts.now())
            ?? Reconciled(gap: 0, sentence: "\(second.waiting), and are being taken.")
    }
}

extension TelegramWebhookInfo {
    /// Seconds for which an error at our webhook explains that updates wait.
    private static let recent: TimeInterval = 3_600

    /// What is to be made of it; nil where updates wait that may just be on their way.
    ///
    /// - Parameters:
    ///   - expected: the address that Telegram should call, empty where it should call none; nil where any will do.
    ///   - before: what Telegram said some time earlier.
    func judged(expecting expected: String?, before: TelegramWebhookInfo?, at now: Date) -> Reconciled? {
        if let trouble = misdirection(expected) {
            return Reconciled(gap: pending, sentence: "\(trouble) \(waiting) there.", isAlarming: true)
        }
        if pending == 0 { return Reconciled(gap: 0, sentence: "Nothing waits at Telegram.") }
        if !url.isEmpty, let lastError, let lastErrorAt, now.timeIntervalSince(lastErrorAt) < Self.recent {
            return Reconciled(gap: pending, sentence: "\(waiting) at Telegram: our webhook failed (\(lastError)).")
        }
        guard let before, before.pending > 0 else { return nil }
        // A queue that gets shorter is being taken.
        guard pending >= before.pending else { return nil }
        return Reconciled(gap: pending, sentence: "\(waiting) at Telegram, and do not get fewer.")
    }

    var waiting: String { pending.counted("update waits", "updates wait") }

    /// What is wrong with where Telegram calls; nil where nothing is. Of a wrong address only the host is told: the path of
    /// many a webhook is a secret, such as the bot's token.
    func misdirection(_ expected: String?) -> String? {
        guard let expected else {
            return url.isEmpty
                ? "Telegram knows no webhook of this bot: give it the channel's address (setWebhook)." : nil
        }
        guard url != expected else { return nil }
        if expected.isEmpty {
            return "Telegram calls \(url.asShownURL) for this bot, so it cannot be polled: delete the webhook."
        }
        let now = url.isEmpty ? "no webhook" : url.asShownURL
        return "Telegram calls \(now) instead of \(expected): give it the right address (setWebhook)."
    }
}
