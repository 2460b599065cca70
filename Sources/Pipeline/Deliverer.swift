package import Foundation
package import Logging
import Metrics
package import Model
import ServiceLifecycle
package import Storage

/// Sends what is in the outbox: each mail once, as far as anybody can know.
///
/// In charge of the order of things: `sending` is durable before the relay is spoken to, `handing over` is durable
/// before the final dot goes out, and the answer is durable before the next mail. What a stop leaves in the middle is
/// settled at the next start by `OutgoingMail.State.afterRestart`; an uncertain mail is never sent again by itself.
package struct Deliverer: Service {
    /// Hands one mail to the relay of its inbox, or one reply to its channel.
    ///
    /// - `willHandOver`: to be called before the final dot, or the first byte of a chat's reply; where it throws, nothing
    ///   may go out.
    /// - `partSent`: to be called with each part that has arrived, in their order.
    package typealias HandOver =
        @Sendable (
            OutgoingMail,
            _ willHandOver: @escaping @Sendable () async throws -> Void,
            _ partSent: @escaping @Sendable (SentPart) async throws -> Void
        ) async -> DeliveryOutcome

    private let store: any Store
    private let handOver: HandOver
    private let delivered: @Sendable (OutgoingMail) async -> Void
    private let bell: Bell
    private let mailSchedule: RetrySchedule
    private let chatSchedule: RetrySchedule
    private let parallel: Int
    private let now: @Sendable () -> Date
    private let jitter: @Sendable () -> Double
    private let logger: Logger

    /// - Parameters:
    ///   - delivered: called once a mail is durably sent, such as to put a copy into the Sent mailbox.
    ///   - bell: rung when mail was put into the outbox by this process.
    ///   - parallel: deliveries side by side; a relay 20 ms away takes 11 mails a second on one connection.
    package init(
        store: any Store,
        handOver: @escaping HandOver,
        delivered: @escaping @Sendable (OutgoingMail) async -> Void = { _ in },
        bell: Bell,
        schedule: RetrySchedule = RetrySchedule(),
        chatSchedule: RetrySchedule = .chat,
        parallel: Int = 8,
        now: @escaping @Sendable () -> Date,
        jitter: @escaping @Sendable () -> Double,
        logger: Logger
    ) {
        self.store = store
        self.handOver = handOver
        self.delivered = delivered
        self.bell = bell
        mailSchedule = schedule
        self.chatSchedule = chatSchedule
        self.parallel = parallel
        self.now = now
        self.jitter = jitter
        self.logger = logger
    }

    package func run() async throws {
        try await settleWhatWasLeft()
        await withGracefulShutdownHandler {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let sent = await deliverDue()
                if sent == 0 { await bell.wait(atMost: .seconds(1)) }
            }
        } onGracefulShutdown: {
            bell.ring()
        }
    }

    /// One round: everything that is due now. Returns how many mails were tried.
    package func deliverDue() async -> Int {
        do {
            let due = try await store.claimDue(limit: parallel, at: now())
            await withDiscardingTaskGroup { group in
                for mail in due {
                    group.addTask { await deliver(mail) }
                }
            }
            return due.count
        } catch {
            guard !Task.isCancelled else { return 0 }
            logger.error("outbox cannot be read", metadata: ["error": "\(error)"])
            return 0
        }
    }

    /// Runs once before the first round; tells people of every mail that may or may not have arrived.
    private func settleWhatWasLeft() async throws {
        for id in try await store.recoverOutbox(at: now()) {
            logger.warning("a delivery was cut off and may have arrived", metadata: ["outgoing": "\(id)"])
        }
    }

    private func deliver(_ mail: OutgoingMail) async {
        let outcome = await handOver(
            mail,
            { try await store.markHandingOver(mail.id, at: now()) },
            { try await store.markPartSent(mail.id, $0, at: now()) }
        )
        Counter(label: "wavelength_deliveries_total", dimensions: [("outcome", outcome.label)]).increment()
        logger.info(
            "delivery",
            metadata: [
                "outgoing": "\(mail.id)", "inbox": "\(mail.inbox)", "outcome": "\(outcome.label)",
                "attempt": "\(mail.attempts)", "answer": "\(outcome.answer)",
            ]
        )
        await record(outcome, of: mail)
    }

    /// Writes the outcome down, for as long as it takes: a mail that was sent must not look unsent.
    private func record(_ outcome: DeliveryOutcome, of mail: OutgoingMail) async {
        while true {
            do {
                try await write(outcome, of: mail)
                await tellAboutRelay(outcome, of: mail)
                if case .accepted = outcome { await delivered(mail) }
                return
            } catch let error as StoreError where !error.isTransient {
                logger.critical(
                    "an outcome could not be kept",
                    metadata: ["outgoing": "\(mail.id)", "error": "\(error)"]
                )
                return
            } catch {
                logger.error(
                    "an outcome waits for the store",
                    metadata: ["outgoing": "\(mail.id)", "error": "\(error)"]
                )
            }
            // Cancelled: the state on disk is `handing over`, which becomes uncertain at the next start.
            guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
        }
    }

    private func schedule(of mail: OutgoingMail) -> RetrySchedule {
        mail.mail.form == .chat ? chatSchedule : mailSchedule
    }

    private func tellAboutRelay(_ outcome: DeliveryOutcome, of mail: OutgoingMail) async {
        do {
            switch outcome {
            case .accepted:
                try await store.clearAlert(.relayUnreached, subject: mail.inbox.rawValue)
            case .deferred(let answer, let retryAfter) where isTrouble(mail, retryAfter: retryAfter):
                try await store.raise(.relayUnreached(mail.inbox, answer: answer, since: now()))
            case .deferred, .refused, .unknown: break
            }
        } catch {
            logger.error("an alert could not be kept", metadata: ["inbox": "\(mail.inbox)", "error": "\(error)"])
        }
    }

    /// A pause that the server asks for itself is none, such as where a chat's provider limits the rate, unless it goes on.
    private func isTrouble(_ mail: OutgoingMail, retryAfter: TimeInterval?) -> Bool {
        guard mail.attempts >= schedule(of: mail).patience else { return false }
        return retryAfter == nil || now().timeIntervalSince(mail.createdAt) >= Self.longestPause
    }

    /// Seconds after the release.
    private static let longestPause: TimeInterval = 3_600

    private func write(_ outcome: DeliveryOutcome, of mail: OutgoingMail) async throws {
        switch outcome {
        case .accepted(let answer):
            try await store.markSent(mail.id, answer: answer, at: now())
        case .refused(let answer):
            try await store.markFailed(mail.id, answer: answer, at: now())
        case .unknown(let answer):
            try await store.markUncertain(mail.id, answer: answer, at: now())
        case .deferred(let answer, let retryAfter):
            try await putOff(mail, answer: answer, retryAfter: retryAfter)
        }
    }

    /// Until the next try of the schedule, or until the server wants to be asked again, whichever is later.
    private func putOff(_ mail: OutgoingMail, answer: String, retryAfter: TimeInterval?) async throws {
        let (time, schedule) = (now(), self.schedule(of: mail))
        let next = schedule.next(attempts: mail.attempts, createdAt: mail.createdAt, now: time, jitter: jitter())
        if let next {
            let notBefore = max(next, time.addingTimeInterval(retryAfter ?? 0))
            try await store.markRetry(mail.id, answer: answer, notBefore: notBefore, at: time)
        } else {
            let days = Int(schedule.giveUpAfter / 86_400)
            try await store.markFailed(mail.id, answer: "given up after \(days) days: \(answer)", at: time)
        }
    }
}

extension Alert {
    fileprivate static func relayUnreached(_ inbox: InboxName, answer: String, since: Date) -> Alert {
        let text = "Replies of \(inbox) cannot be handed to its relay, and wait. The last answer: \(answer)"
        return Alert(kind: .relayUnreached, subject: inbox.rawValue, text: text, since: since)
    }
}

extension DeliveryOutcome {
    fileprivate var label: String {
        switch self {
        case .accepted: "accepted"
        case .deferred: "deferred"
        case .refused: "refused"
        case .unknown: "unknown"
        }
    }

    fileprivate var answer: String {
        switch self {
        case .accepted(let answer), .deferred(let answer, _), .refused(let answer), .unknown(let answer): answer
        }
    }
}
