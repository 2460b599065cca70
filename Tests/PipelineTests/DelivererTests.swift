import Foundation
import Model
import Pipeline
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("Sending what is in the outbox")
struct DelivererTests {
    private let help: HelpDesk

    init() throws {
        help = try HelpDesk()
    }

    /// Hands over as a relay would, and counts.
    private final class Relay: Sendable {
        private let outcome: DeliveryOutcome
        private let tries = Mutex<[OutgoingMail.ID]>([])

        init(_ outcome: DeliveryOutcome) {
            self.outcome = outcome
        }

        var count: Int { tries.withLock { $0.count } }

        @Sendable func handOver(
            _ mail: OutgoingMail,
            _ willHandOver: () async throws -> Void,
            _ partSent: (SentPart) async throws -> Void
        ) async -> DeliveryOutcome {
            tries.withLock { $0.append(mail.id) }
            do {
                try await willHandOver()
            } catch {
                return .deferred(answer: "\(error)")
            }
            return outcome
        }
    }

    @Test("what the relay takes is sent, once, and told on")
    func accepted() async throws {
        let mail = try await help.approvedReply()
        let relay = Relay(.accepted(answer: "250 OK id=1"))
        let told = Mutex<[OutgoingMail.ID]>([])
        let deliverer = help.deliverer(
            delivered: { mail in told.withLock { $0.append(mail.id) } },
            handOver: relay.handOver
        )
        #expect(await deliverer.deliverDue() == 1)
        help.clock.advance(30 * 86_400)
        #expect(await deliverer.deliverDue() == 0)
        let sent = try await #require(help.store.outgoingMail(mail.id))
        #expect(sent.state == .sent)
        #expect(sent.lastAnswer == "250 OK id=1")
        #expect(told.withLock { $0 } == [mail.id])
        #expect(relay.count == 1)
    }

    @Test("nothing leaves before the undo window has passed")
    func undoWindow() async throws {
        var inbox = help.inbox
        inbox.undoWindow = 15
        let help = try HelpDesk(inbox: inbox)
        _ = try await help.approvedReply()
        let relay = Relay(.accepted(answer: "250 OK"))
        let deliverer = help.deliverer(handOver: relay.handOver)
        help.clock.advance(14)
        #expect(await deliverer.deliverDue() == 0)
        help.clock.advance(1)
        #expect(await deliverer.deliverDue() == 1)
        #expect(relay.count == 1)
    }

    @Test("what is put off is tried over days at growing distances, and then goes back to the desk")
    func deferred() async throws {
        let mail = try await help.approvedReply()
        let relay = Relay(.deferred(answer: "451 Try again later"))
        let deliverer = help.deliverer(handOver: relay.handOver)
        let start = help.clock.now
        var pauses: [TimeInterval] = []
        #expect(await deliverer.deliverDue() == 1)
        while let due = try await help.store.nextDue() {
            let pause = due.timeIntervalSince(help.clock.now)
            #expect(pause > 0)
            help.clock.advance(pause - 0.001)
            #expect(await deliverer.deliverDue() == 0)
            help.clock.advance(0.001)
            #expect(await deliverer.deliverDue() == 1)
            pauses.append(pause)
        }
        #expect(pauses == pauses.sorted())
        #expect(relay.count == pauses.count + 1)
        #expect(help.clock.now.timeIntervalSince(start) >= 4 * 86_400)
        #expect(try await help.state(of: mail) == .failed)
        let draft = try await #require(help.store.queue(limit: 1, offset: 0).first?.draft)
        #expect(draft.state == .pending)
        #expect(draft.note == "given up after 4 days: 451 Try again later")
    }

    @Test(
        "what a server says about the next try is heeded where it is later than the schedule's",
        arguments: [5.0, 900.0]
    )
    func retryAfter(seconds: TimeInterval) async throws {
        let mail = try await help.approvedReply()
        let relay = Relay(.deferred(answer: "429", retryAfter: seconds))
        let deliverer = help.deliverer(schedule: RetrySchedule(waits: [30]), handOver: relay.handOver)
        #expect(await deliverer.deliverDue() == 1)
        let due = try await #require(help.store.nextDue())
        #expect(due.timeIntervalSince(help.clock.now) == max(30, seconds))
        #expect(try await help.state(of: mail) == .waiting)
    }

    @Test("the parts of a reply that have arrived are known to the next try")
    func partsSent() async throws {
        _ = try await help.approvedReply()
        let known = Mutex<[Int]>([])
        let deliverer = help.deliverer { mail, willHandOver, partSent in
            known.withLock { $0.append(mail.partsSent) }
            try? await willHandOver()
            try? await partSent(SentPart(number: mail.partsSent + 1))
            return .deferred(answer: "429")
        }
        #expect(await deliverer.deliverDue() == 1)
        help.clock.advance(3_600)
        #expect(await deliverer.deliverDue() == 1)
        #expect(known.withLock { $0 } == [0, 1])
    }

    @Test("a relay that puts off the same mail three times is an alert, until it takes one")
    func relayAlert() async throws {
        _ = try await help.approvedReply()
        let outcome = Mutex(DeliveryOutcome.deferred(answer: "connection refused"))
        let deliverer = help.deliverer { _, willHandOver, _ in
            let outcome = outcome.withLock { $0 }
            if case .accepted = outcome { try? await willHandOver() }
            return outcome
        }
        for attempt in 1...3 {
            #expect(try await help.store.alerts().isEmpty)
            #expect(await deliverer.deliverDue() == 1, "attempt \(attempt)")
            help.clock.advance(3_600)
        }
        let alert = try await #require(help.store.alerts().first)
        #expect(alert.kind == .relayUnreached && alert.text.contains("connection refused"))
        outcome.withLock { $0 = .accepted(answer: "250 OK") }
        #expect(await deliverer.deliverDue() == 1)
        #expect(try await help.store.alerts().isEmpty)
    }

    @Test("a reply in a chat is tried again within seconds, and becomes an alert no sooner than a mail would")
    func chat() async throws {
        let scene = try ChatScene(undo: 0)
        try await scene.addAnna()
        let message = try await scene.receive(ChatScene.message("1", "where is my order"))
        _ = try await scene.outgoing(try await scene.approve(message))
        let deliverer = scene.help.deliverer { _, _, _ in .deferred(answer: "HTTP 503") }
        for wait in [2.0, 5, 15, 30, 60] {
            #expect(await deliverer.deliverDue() == 1)
            #expect(try await scene.help.store.alerts().isEmpty)
            let due = try await #require(scene.help.store.nextDue())
            #expect(due.timeIntervalSince(scene.help.clock.now) == wait)
            scene.help.clock.advance(wait)
        }
        #expect(await deliverer.deliverDue() == 1)
        #expect(try await scene.help.store.alerts().map(\.kind) == [.relayUnreached])
    }

    @Test("a pause that the server asks for is nothing to be told of, unless it goes on for an hour")
    func pause() async throws {
        _ = try await help.approvedReply()
        let relay = Relay(.deferred(answer: "429", retryAfter: 5))
        let deliverer = help.deliverer(schedule: RetrySchedule(waits: [30]), handOver: relay.handOver)
        for _ in 1...5 {
            #expect(await deliverer.deliverDue() == 1)
            help.clock.advance(60)
        }
        #expect(try await help.store.alerts().isEmpty)
        help.clock.advance(3_600)
        #expect(await deliverer.deliverDue() == 1)
        #expect(try await help.store.alerts().map(\.kind) == [.relayUnreached])
    }

    @Test("what is refused goes back to the desk at once, with the relay's words")
    func refused() async throws {
        let mail = try await help.approvedReply()
        let relay = Relay(.refused(answer: "550 5.1.1 No such mailbox"))
        let deliverer = help.deliverer(handOver: relay.handOver)
        #expect(await deliverer.deliverDue() == 1)
        help.clock.advance(30 * 86_400)
        #expect(await deliverer.deliverDue() == 0)
        #expect(try await help.state(of: mail) == .failed)
        let draft = try await #require(help.store.queue(limit: 1, offset: 0).first?.draft)
        #expect(draft.note?.contains("550 5.1.1 No such mailbox") == true)
        #expect(try await help.store.custody().open == 1)
    }

    @Test("what may have arrived is not sent again until a person says that it did not", arguments: [true, false])
    func unknown(delivered: Bool) async throws {
        let mail = try await help.approvedReply()
        let relay = Relay(.unknown(answer: "The connection died after the final dot."))
        let deliverer = help.deliverer(handOver: relay.handOver)
        _ = await deliverer.deliverDue()
        help.clock.advance(30 * 86_400)
        #expect(await deliverer.deliverDue() == 0)
        #expect(try await help.state(of: mail) == .uncertain)
        let decision = try await help.desk().resolve(mail.id, delivered: delivered, by: "anna")
        #expect(decision == .done(delivered ? .sent : .waiting))
        #expect(await deliverer.deliverDue() == (delivered ? 0 : 1))
        #expect(relay.count == (delivered ? 1 : 2))
    }

    @Test("the final dot does not go out where that cannot be written down first")
    func notWrittenDown() async throws {
        let mail = try await help.approvedReply()
        let handedOver = Mutex(false)
        let store = help.store
        let now = help.clock.now
        let deliverer = help.deliverer { mail, willHandOver, _ in
            // Somebody else's hand on the row: from `waiting` there is no way to `handing over`.
            try? await store.markRetry(mail.id, answer: "elsewhere", notBefore: now, at: now)
            do {
                try await willHandOver()
                handedOver.withLock { $0 = true }
                return .accepted(answer: "250 OK")
            } catch {
                return .deferred(answer: "\(error)")
            }
        }
        _ = await deliverer.deliverDue()
        #expect(!handedOver.withLock { $0 })
        #expect(try await help.state(of: mail) == .waiting)
    }

    @Test("a stop before the final dot sends again, one after it asks a person", arguments: [false, true])
    func restart(afterDot: Bool) async throws {
        let mail = try await help.approvedReply()
        _ = try await help.store.claimDue(limit: 1, at: help.clock.now)
        if afterDot { try await help.store.markHandingOver(mail.id, at: help.clock.now) }
        let relay = Relay(.accepted(answer: "250 OK"))
        let deliverer = help.deliverer(handOver: relay.handOver)
        let running = Task { try await deliverer.run() }
        try await eventually("the mail is settled") {
            [.sent, .uncertain].contains(try await help.state(of: mail))
        }
        running.cancel()
        try await running.value
        #expect(try await help.state(of: mail) == (afterDot ? .uncertain : .sent))
        #expect(relay.count == (afterDot ? 0 : 1))
    }

    @Test("a slow or refused mail holds up none of the others")
    func sideBySide() async throws {
        var mails: [OutgoingMail] = []
        for number in 1...5 {
            let letter = Letter(from: "c\(number)@customer.example", messageID: "\(number)@customer.example")
            let message = try await help.receive(letter.octets)
            let draft = try await help.readyDraft(for: message)
            let head = try await help.record(of: message).conversation.head
            guard case .done(let id) = try await help.approve(draft, head: head) else { continue }
            mails.append(try await #require(help.store.outgoingMail(id)))
        }
        try #require(mails.count == 5)
        let bad = mails[0].id
        let deliverer = help.deliverer { mail, willHandOver, _ in
            if mail.id == bad { return .deferred(answer: "421 busy") }
            try? await willHandOver()
            return .accepted(answer: "250 OK")
        }
        #expect(await deliverer.deliverDue() == 5)
        #expect(try await help.store.outgoing(in: .sent, limit: 9).count == 4)
        #expect(try await help.state(of: mails[0]) == .waiting)
    }
}
