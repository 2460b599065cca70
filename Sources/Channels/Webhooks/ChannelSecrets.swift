import Chat
import Model

/// The secrets of a channel's webhook as far as they can be had at a moment.
struct ChannelSecrets: Equatable {
    private var keys: [String] = []
    /// The word of the handshake, where there is one.
    private var verifyToken: String?
    /// The first that cannot be had.
    private var fault: ChannelError?

    init(_ settings: ChannelSettings, _ reader: SecretReader) {
        for key in settings.keys { read(key, reader).map { keys.append($0) } }
        verifyToken = settings.provider.verifyToken.flatMap { read($0, reader) }
    }

    private mutating func read(_ reference: SecretReference, _ reader: SecretReader) -> String? {
        do throws(ChannelError) {
            return try reader.read(reference)
        } catch {
            fault = fault ?? error
            return nil
        }
    }

    /// A verifier with the keys that can be used, and what is wrong with the others.
    func verifier(for settings: ChannelSettings) -> (WebhookVerifier?, ChannelError?) {
        do throws(ChannelKeyError) {
            return (try WebhookVerifier(settings, keys: keys, verifyToken: verifyToken), fault)
        } catch {
            let good = keys.filter { (try? WebhookVerifier(settings, keys: [$0], verifyToken: verifyToken)) != nil }
            let verifier = try? WebhookVerifier(settings, keys: good, verifyToken: verifyToken)
            return (verifier, fault ?? .configuration(error.description))
        }
    }
}

extension ChannelProvider {
    fileprivate var verifyToken: SecretReference? {
        switch self {
        case .whatsapp(let channel), .messenger(let channel): channel.verifyToken
        default: nil
        }
    }
}
