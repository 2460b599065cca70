package import Model

/// Whether what proved a stored delivery is still in it, so that it could be verified again.
package enum StoredProof: Hashable, Sendable {
    /// A signature.
    case signature
    /// A secret in plain words in this field, which is never kept.
    case secret(field: String)
    /// None was needed: we asked the provider for it, by polling or because its delivery was missing.
    case ownQuestion
    /// None was needed: it came from the page that we serve ourselves.
    case ownPage

    /// - Parameter request: that was verified when it came, where it had to be: only such requests are stored.
    package init(of request: ReceivedRequest, from provider: ChannelProvider) {
        switch provider {
        case .feed: self = .ownQuestion
        case .widget: self = .ownPage
        // Telegram calls by POST, and is asked by GET. The settings may have changed since.
        case .telegram:
            self = request.method == "GET" ? .ownQuestion : .secret(field: "X-Telegram-Bot-Api-Secret-Token")
        case .postmark: self = .secret(field: "Authorization")
        case .twilio: self = request.fields.values(of: "X-Twilio-Signature").isEmpty ? .ownQuestion : .signature
        case .webhook, .slack, .whatsapp, .messenger, .mailgun, .sendgrid: self = .signature
        }
    }
}
