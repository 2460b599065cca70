package import Chat
package import Foundation
package import Model
import Synchronization

/// Verifies the deliveries of one channel with the keys that are in force, so that a replaced key counts, and a withdrawn one
/// counts no more, without a restart.
///
/// Keys that cannot be had or are none are left out; where nothing is left, those that were read last stay in force, and
/// before there were any every delivery is put off.
package final class LiveVerifier: Sendable {
    /// Seconds between two looks at the keys while all is well.
    private static let rest: TimeInterval = 10

    private let settings: ChannelSettings
    private let reader: SecretReader
    private let state: Mutex<State>

    /// Reads the keys for the first time with the first delivery, or by `fault()`.
    package init(_ settings: ChannelSettings, secrets reader: SecretReader) {
        self.settings = settings
        self.reader = reader
        state = Mutex(State())
    }

    /// What is to be done with a request. What is refused is judged anew by the keys of this moment: reading them costs no
    /// more than the request did, and whoever sends rubbish does not keep a new key from being found.
    ///
    /// - Parameter now: when it arrived, by our clock.
    package func judge(_ request: ReceivedRequest, at now: Date) -> WebhookVerdict {
        let first = state.withLock { state in
            if abs(now.timeIntervalSince(state.readAt)) >= Self.rest { look(&state, at: now) }
            return state
        }
        let verdict = judge(request, at: now, by: first)
        guard case .refuse(let refusal, _) = verdict, refusal == .badSignature || refusal == .noKey else {
            return verdict
        }
        let second = state.withLock { state in
            look(&state, at: now)
            return state
        }
        return second.generation == first.generation ? verdict : judge(request, at: now, by: second)
    }

    /// Looks at the keys, and says what is wrong with them; nil where all of them can be used.
    package func fault() -> ChannelError? {
        state.withLock { state in
            look(&state, at: state.readAt)
            return state.fault
        }
    }

    private func judge(_ request: ReceivedRequest, at now: Date, by state: State) -> WebhookVerdict {
        guard let verifier = state.verifier else {
            return .refuse(.noKey, answer: settings.provider.answer(to: .noKey))
        }
        return verifier.judge(request, at: now)
    }

    private func look(_ state: inout State, at now: Date) {
        state.readAt = now
        let secrets = ChannelSecrets(settings, reader)
        guard secrets != state.secrets else { return }
        state.secrets = secrets
        let (verifier, fault) = secrets.verifier(for: settings)
        state.fault = fault
        guard let verifier else { return }
        state.verifier = verifier
        state.generation += 1
    }
}

extension LiveVerifier {
    private struct State {
        var secrets: ChannelSecrets?
        /// nil until there was a key that can be used.
        var verifier: WebhookVerifier?
        /// Counts the verifiers.
        var generation = 0
        var fault: ChannelError?
        var readAt = Date.distantPast
    }
}
