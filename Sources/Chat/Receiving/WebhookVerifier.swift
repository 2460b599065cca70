package import Foundation
package import Model

/// Tells whether a request at a channel's webhook is the provider's, and what is to be answered.
///
/// The signature is looked at before the time that it covers, so that a stale request counts as stale only if it was once
/// true. Of several live keys any may have signed. Comparisons of secrets take the same time whatever is compared.
package struct WebhookVerifier: Sendable {
    /// nil for channels whose messages come another way.
    private let scheme: (any WebhookScheme)?
    private let provider: ChannelProvider

    /// - Parameters:
    ///   - keys: the secrets behind `ChannelSettings.keys`, in any order.
    ///   - verifyToken: the secret behind `MetaChannel.verifyToken`; nil for other providers.
    /// - Throws: where a key is missing, or cannot be one of this provider's.
    package init(_ settings: ChannelSettings, keys: [String], verifyToken: String?) throws(ChannelKeyError) {
        let tolerance = settings.tolerance
        provider = settings.provider
        switch settings.provider {
        case .webhook: scheme = try StandardWebhooksSignature(keys: keys, tolerance: tolerance)
        case .slack: scheme = try SlackSignature(keys: keys, tolerance: tolerance)
        case .telegram(let channel): scheme = channel.mode == .webhook ? try TelegramSecret(keys: keys) : nil
        case .whatsapp, .messenger: scheme = try MetaSignature(keys: keys, verifyToken: verifyToken)
        case .twilio: scheme = try TwilioSignature(keys: keys)
        case .mailgun: scheme = try MailgunSignature(keys: keys, tolerance: tolerance)
        case .postmark(let user): scheme = try PostmarkPassword(user: user, keys: keys)
        case .sendgrid: scheme = try SendGridSignature(keys: keys, tolerance: tolerance)
        case .feed, .widget: scheme = nil
        }
    }

    /// What is to be done with a request.
    /// - Parameter now: when it arrived, by our clock.
    package func judge(_ request: ReceivedRequest, at now: Date) -> WebhookVerdict {
        guard let scheme else { return .refuse(.noSignature, answer: .text(404, "no webhook\n")) }
        guard scheme.methods.contains(request.method) else {
            return .refuse(.wrongMethod, answer: .wrongMethod(allowed: scheme.methods))
        }
        do throws(WebhookRefusal) {
            return try scheme.judge(request, at: now)
        } catch {
            return .refuse(error, answer: provider.answer(to: error))
        }
    }
}
