import Chat
import Model

extension ChannelReconciliation {
    /// Asks the provider once, for `wavelength check`: whether it knows us, and whether it calls the right address. Nothing
    /// is fetched or asked for again. nil where the way in or out of the channel is asked the same.
    package func probe() async throws -> String? {
        try await inOurWords {
            switch method {
            case .telegram(.webhook): try await probeTelegram()
            case .telegram(.poll), .twilio: nil
            case .postmark: try await probePostmark()
            }
        }
    }

    private func probeTelegram() async throws -> String {
        let info = try await TelegramQuestion(settings: settings, parts: parts).webhookInfo()
        if let trouble = info.misdirection(webhook) { throw ChannelError.configuration(trouble) }
        let place = webhook == nil ? "the bot at \(info.url.asShownURL)" : "the bot at this address"
        return "Telegram calls \(place); \(info.waiting)"
    }

    private func probePostmark() async throws -> String {
        let failed = try await listed(.failed, try PostmarkAPI(settings)).count
        return "Postmark knows the token; \(failed.counted("mail", "mails")) of the last week did not get through"
    }
}
