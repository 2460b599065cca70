import Chat
import Model

/// Asks Telegram about the bot itself.
struct TelegramQuestion: Sendable {
    /// Octets; such answers are small.
    private static let largest = 64 << 10

    let settings: ChannelSettings
    let parts: PollParts

    func webhookInfo() async throws -> TelegramWebhookInfo {
        let api = try settings.telegram()
        let request = api.webhookInfo(secret: try parts.secrets.read(for: api))
        do {
            let answer = try await parts.exchange.answer(to: request, at: api.address, sizeLimit: Self.largest)
            return try TelegramWebhookInfo(TelegramSaid.result(in: answer, at: parts.now()))
        } catch let failure as AskFailure {
            throw ChannelError(failure, from: api.address.description)
        } catch let error as AskError {
            throw ChannelError(error)
        }
    }
}
