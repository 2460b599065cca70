package import Chat
package import Foundation
package import Model
import Synchronization

/// Verifies the deliveries of one channel with the keys that are in force: where a delivery is refused, the keys are read
/// anew, so that a replaced one counts without a restart.
package final class LiveVerifier: Sendable {
    private struct State {
        var verifier: WebhookVerifier
        var secrets: [String]
        var readAt: Date
    }

    /// Seconds between two looks at the keys: anybody can send what is refused.
    private static let rest: TimeInterval = 10

    private let settings: ChannelSettings
    private let reader: SecretReader
    private let state: Mutex<State>

    /// Throws where a key cannot be had, or is none.
    package init(_ settings: ChannelSettings, secrets reader: SecretReader) throws(ChannelError) {
        self.settings = settings
        self.reader = reader
        let secrets = try Self.secrets(of: settings, reader)
        let verifier = try Self.verifier(settings, secrets)
        state = Mutex(State(verifier: verifier, secrets: secrets, readAt: .distantPast))
    }

    package func judge(_ request: ReceivedRequest, at now: Date) -> WebhookVerdict {
        let verdict = state.withLock { $0.verifier }.judge(request, at: now)
        guard case .refuse(let reason, _) = verdict, reason == .badSignature, let changed = changed(at: now) else {
            return verdict
        }
        return changed.judge(request, at: now)
    }

    /// A verifier with other keys than before; nil where they are the same or cannot be used: then the old ones stay.
    private func changed(at now: Date) -> WebhookVerifier? {
        state.withLock { state in
            guard now.timeIntervalSince(state.readAt) >= Self.rest else { return nil }
            state.readAt = now
            guard let secrets = try? Self.secrets(of: settings, reader), secrets != state.secrets,
                let verifier = try? Self.verifier(settings, secrets)
            else { return nil }
            state.secrets = secrets
            state.verifier = verifier
            return verifier
        }
    }

    /// The keys in their order, and behind them the word of the handshake where there is one.
    private static func secrets(of settings: ChannelSettings, _ reader: SecretReader) throws(ChannelError) -> [String] {
        var secrets: [String] = []
        for key in settings.keys { secrets.append(try reader.read(key)) }
        if let verifyToken = settings.provider.verifyToken { secrets.append(try reader.read(verifyToken)) }
        return secrets
    }

    private static func verifier(
        _ settings: ChannelSettings,
        _ secrets: [String]
    ) throws(ChannelError) -> WebhookVerifier {
        let hasToken = settings.provider.verifyToken != nil
        do throws(ChannelKeyError) {
            return try WebhookVerifier(
                settings,
                keys: hasToken ? Array(secrets.dropLast()) : secrets,
                verifyToken: hasToken ? secrets.last : nil
            )
        } catch {
            throw .configuration(error.description)
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
