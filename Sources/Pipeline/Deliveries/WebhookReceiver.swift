package import Chat
package import Foundation
package import Logging
import Metrics
package import Model

/// What happens with a request at a webhook between its last byte and our answer: verified, durable, answered.
///
/// In charge of that no sender is told "taken" before it is, and that none gives up on good mail: what the store cannot take
/// now is answered with 503, so that it comes again. Nothing looks inside a delivery here.
package struct WebhookReceiver: Sendable {
    /// One channel that has a webhook.
    package struct Channel: Sendable {
        /// Octets of one delivery.
        package var sizeLimit: Int
        /// Whether a request is the sender's, at the time it came.
        package var judge: @Sendable (ReceivedRequest, Date) -> WebhookVerdict
        /// What its sender hears of a request that is refused before it is judged or after: some give up on a 4xx.
        package var refusal: @Sendable (WebhookRefusal) -> WebhookAnswer

        package init(
            sizeLimit: Int,
            judge: @escaping @Sendable (ReceivedRequest, Date) -> WebhookVerdict,
            refusal: @escaping @Sendable (WebhookRefusal) -> WebhookAnswer = { WebhookAnswer(refusing: $0) }
        ) {
            self.sizeLimit = sizeLimit
            self.judge = judge
            self.refusal = refusal
        }
    }

    private let channels: [InboxName: Channel]
    private let log: DeliveryLog
    private let accepted: @Sendable () -> Void
    private let now: @Sendable () -> Date
    private let logger: Logger

    /// Seconds after which a sender may try again.
    private static let pause = 30

    /// - Parameter accepted: tells whoever takes deliveries apart that there is a new one.
    package init(
        channels: [InboxName: Channel],
        log: DeliveryLog,
        accepted: @escaping @Sendable () -> Void,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.channels = channels
        self.log = log
        self.accepted = accepted
        self.now = now
        self.logger = logger
    }

    /// Octets that a delivery of that channel may have; nil where there is no such channel.
    package func sizeLimit(of channel: InboxName) -> Int? {
        channels[channel]?.sizeLimit
    }

    /// What the sender of a whole request is to be answered. A delivery is durable when this returns a 2xx for it.
    package func receive(_ request: ReceivedRequest, at name: InboxName) async -> WebhookAnswer {
        guard let channel = channels[name] else { return unknownChannel() }
        guard request.body.count <= channel.sizeLimit else { return refuse(.oversized, at: name) }
        switch channel.judge(request, now()) {
        case .answer(let answer): return answer
        case .refuse(let refusal, let answer): return note(refusal, at: name, answer)
        case .take(let identity, let answer):
            return await take(
                NewDelivery(channel: name, request: request.withoutSecrets, identity: identity),
                answer: answer
            )
        }
    }

    /// For a request that never became whole: too large, too slow, or cut short.
    package func refuse(_ refusal: WebhookRefusal, at channel: InboxName) -> WebhookAnswer {
        let answer = channels[channel]?.refusal(refusal) ?? WebhookAnswer(refusing: refusal)
        return note(refusal, at: channel, answer)
    }

    /// For a name that no channel has. Its name is counted nowhere: anybody can make up names.
    package func unknownChannel() -> WebhookAnswer {
        Counter(label: "wavelength_webhook_unknown_total").increment()
        return .plain(404, "There is no such channel.")
    }

    private func take(_ delivery: NewDelivery, answer: WebhookAnswer) async -> WebhookAnswer {
        do {
            let acceptance = try await log.accept(delivery)
            count(acceptance, at: delivery.channel)
            switch acceptance {
            case .new, .contradicting:
                accepted()
                return answer
            case .known: return answer
            case .forged: return refuse(.replayed, at: delivery.channel)
            }
        } catch {
            return putOff(delivery.channel, because: error)
        }
    }

    private func count(_ acceptance: DeliveryAcceptance, at channel: InboxName) {
        Counter(
            label: "wavelength_webhook_deliveries_total",
            dimensions: [("channel", channel.rawValue), ("outcome", acceptance.label)]
        )
        .increment()
        guard case .contradicting(let id) = acceptance else { return }
        logger.warning(
            "a delivery came under the number of another with other bytes",
            metadata: ["channel": "\(channel)", "delivery": "\(id)"]
        )
    }

    /// For a request that there is no memory for, beside what others send. Never a 4xx, as it is no fault of this sender.
    package func putOffForOthers(_ channel: InboxName) -> WebhookAnswer {
        logger.info("a delivery was put off for want of memory", metadata: ["channel": "\(channel)"])
        return putOff(channel, reason: "memory")
    }

    /// Never a 4xx, whatever is wrong with the store: it is not the sender's fault, and some give up on a 4xx.
    private func putOff(_ channel: InboxName, because error: any Error) -> WebhookAnswer {
        logger.error("a delivery was put off", metadata: ["channel": "\(channel)", "error": "\(error)"])
        return putOff(channel, reason: "store")
    }

    private func putOff(_ channel: InboxName, reason: String) -> WebhookAnswer {
        Counter(
            label: "wavelength_webhook_put_off_total",
            dimensions: [("channel", channel.rawValue), ("reason", reason)]
        )
        .increment()
        return .later(Self.pause, "It cannot be taken now. Please send it again.")
    }

    private func note(_ refusal: WebhookRefusal, at channel: InboxName, _ answer: WebhookAnswer) -> WebhookAnswer {
        Counter(
            label: "wavelength_webhook_refusals_total",
            dimensions: [("channel", channel.rawValue), ("reason", refusal.rawValue)]
        )
        .increment()
        logger.info("delivery refused", metadata: ["channel": "\(channel)", "reason": "\(refusal.rawValue)"])
        return answer
    }
}

extension WebhookAnswer {
    /// One sentence in plain text.
    fileprivate static func plain(_ status: Int, _ sentence: String) -> WebhookAnswer {
        let type = HeaderField(name: "Content-Type", value: "text/plain; charset=utf-8")
        return WebhookAnswer(status, fields: [type], body: sentence + "\n")
    }
}

extension DeliveryAcceptance {
    fileprivate var label: String {
        switch self {
        case .new: "new"
        case .known: "known"
        case .contradicting: "contradicting"
        case .forged: "forged"
        }
    }
}
