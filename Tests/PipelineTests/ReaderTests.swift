import Foundation
import Model
import Pipeline
import ServiceLifecycle
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("Reading what was taken")
struct ReaderTests {
    private struct Poison: Error {}

    private let help: HelpDesk

    init() throws {
        help = try HelpDesk()
    }

    private func take(_ count: Int) async throws -> [Message.ID] {
        var taken: [Message.ID] = []
        for number in 1...count {
            let letter = Letter(subject: "Order number \(number)", messageID: "\(number)@customer.example")
            taken.append(try await help.take(letter.octets))
        }
        return taken
    }

    @Test("a message that cannot be read is parked with the reason, and the others go on")
    func poison() async throws {
        let taken = try await take(9)
        let preparation = help.preparation
        let now = help.clock.now
        let reader = help.reader { message in
            if message.id == taken[4] { throw Poison() }
            return preparation.prepare(message, at: now)
        }
        #expect(await reader.readWaiting() == 9)
        let custody = try await help.store.custody()
        #expect((custody.taken, custody.open, custody.parked) == (9, 8, 1))
        let parked = try await #require(help.store.parked(limit: 9).first)
        #expect(parked.id == taken[4])
        #expect(parked.state == .parked(ParkReason(.unreadable, "Poison()")))
        #expect(await reader.readWaiting() == 0)
    }

    @Test("while others wait for the store it takes smaller groups, and loses none")
    func pressed() async throws {
        _ = try await take(7)
        let preparation = help.preparation
        let now = help.clock.now
        let pressed = Mutex(true)
        let reader = Reader(
            store: help.store,
            prepare: { preparation.prepare($0, at: now) },
            bell: Bell(),
            isPressed: { pressed.withLock { $0 } },
            limits: Reader.Limits(group: 9, part: 3, pressedGroup: 3, pressedPart: 2),
            now: { now },
            logger: HelpDesk.logger
        )
        #expect(await reader.readWaiting() == 3)
        pressed.withLock { $0 = false }
        #expect(await reader.readWaiting() == 4)
        #expect(try await help.store.custody().open == 7)
    }

    @Test("a message for which the store has to be waited is read once it answers")
    func busyStore() async throws {
        let taken = try await take(3)
        let (preparation, now) = (help.preparation, help.clock.now)
        let isBusy = Mutex(true)
        let reader = help.reader { message in
            if message.id == taken[1], isBusy.withLock({ $0 }) {
                isBusy.withLock { $0 = false }
                throw StoreError.busy("database is locked")
            }
            return preparation.prepare(message, at: now)
        }
        #expect(await reader.readWaiting() == 3)
        #expect(!isBusy.withLock { $0 })
        let custody = try await help.store.custody()
        #expect((custody.open, custody.parked) == (3, 0))
    }

    @Test("a message that cannot be filed does not hold up its group, and is parked after three tries")
    func unfilable() async throws {
        let taken = try await take(5)
        let preparation = help.preparation
        let now = help.clock.now
        let reader = help.reader { message in
            var filing = preparation.prepare(message, at: now)
            // There is no such message: the store refuses the whole group.
            if message.id == taken[2] { filing.message = Message.ID(rawValue: 999_999) }
            return filing
        }
        var rounds = 0
        while await reader.readWaiting() > 0, rounds < 10 { rounds += 1 }
        let custody = try await help.store.custody()
        #expect((custody.taken, custody.open, custody.parked) == (5, 4, 1))
        let parked = try await #require(help.store.parked(limit: 9).first)
        #expect(parked.id == taken[2])
    }

    @Test("what a stop left in the middle of reading is read by the next start")
    func restart() async throws {
        _ = try await take(3)
        _ = try await help.store.claimUnread(limit: 10, attempts: 3, at: help.clock.now)
        let reader = help.reader()
        var total = 0
        while case let count = await reader.readWaiting(), count > 0 { total += count }
        #expect(total == 3)
        #expect(try await help.store.custody().open == 3)
    }

    @Test("a stop is heeded between two messages; the rest of the group comes as if it had not been handed out")
    func stop() async throws {
        let taken = try await take(9)
        let running = Mutex<ServiceGroup?>(nil)
        let (preparation, now) = (help.preparation, help.clock.now)
        let reader = help.reader { message in
            if message.id == taken[3] {
                await running.withLock { $0 }?.triggerGracefulShutdown()
                try await eventually("the reader knows of the stop", that: { Task.isShuttingDownGracefully })
            }
            return preparation.prepare(message, at: now)
        }
        let group = ServiceGroup(services: [reader], logger: HelpDesk.logger)
        running.withLock { $0 = group }
        try await group.run()
        #expect(try await help.store.custody().parked == 0)
        #expect(try await help.store.claimUnread(limit: 9, attempts: 1, at: now).map(\.id) == Array(taken[4...]))
    }

    @Test("what takes long once is done before a message is claimed, so that a program ended meanwhile blames none")
    func ready() async throws {
        _ = try await take(1)
        let running = Mutex<ServiceGroup?>(nil)
        let (store, now) = (help.store, help.clock.now)
        let reader = Reader(
            store: store,
            getReady: {
                // As another start would find it: had it been claimed, it would be parked now.
                let waiting = try? await store.claimUnread(limit: 9, attempts: 1, at: now)
                #expect(waiting?.count == 1)
                await running.withLock { $0 }?.triggerGracefulShutdown()
            },
            prepare: { [help] in help.preparation.prepare($0, at: now) },
            bell: Bell(),
            now: { now },
            logger: HelpDesk.logger
        )
        let group = ServiceGroup(services: [reader], logger: HelpDesk.logger)
        running.withLock { $0 = group }
        try await group.run()
        #expect(try await store.custody().taken == 1)
    }

    @Test("a reader that is cancelled loses nothing and blames no message")
    func cancelled() async throws {
        let taken = try await take(9)
        let (preparation, now) = (help.preparation, help.clock.now)
        let running = Mutex<Task<Int, Never>?>(nil)
        let reader = help.reader { message in
            if message.id == taken[3] { running.withLock { $0?.cancel() } }
            return preparation.prepare(message, at: now)
        }
        let task = running.withLock { running in
            let task = Task { await reader.readWaiting() }
            running = task
            return task
        }
        _ = await task.value
        #expect(try await help.store.claimUnread(limit: 9, attempts: 1, at: now).map(\.id) == taken)
    }

    @Test("an answer to our mail comes into its conversation, whoever writes it")
    func threading() async throws {
        let mail = try await help.approvedReply()
        let fields = ["In-Reply-To: <\(mail.mail.messageID)>"]
        let answer = Letter(from: "her.husband@other.example", subject: "thanks", messageID: "9@o", fields: fields)
        #expect(try await help.receive(answer.octets).conversation == mail.conversation)
    }
}
