import Foundation
import Model
import Pipeline
import Storage
import TestSupport
import Testing

@Suite("A month of promises, with Easter and the change of clocks in it")
struct MonthTests {
    /// Something that happens in the shop.
    private enum Happening {
        case write(Int)
        case done(Promise.ID)
        case decide(Message)
    }

    private let shop: Shop
    private let start = Shop.at("2027-03-15 09:00")
    private let end = Shop.at("2027-04-15 17:00")

    init() async throws {
        shop = try await Shop(at: "2027-03-15 09:00")
    }

    /// Lives through the month; gives the messages.
    private func live(seed: UInt64) async throws -> [Message] {
        var numbers = Seed(seed)
        var plan: [(at: Date, what: Happening)] = (0..<60).map { number in
            (start.addingTimeInterval(Double.random(in: 0..<2_000_000, using: &numbers)), .write(number))
        }
        var messages: [Message] = []
        while shop.help.clock.now < end {
            let next = await shop.help.promiseKeeper.keep()
            plan.sort { $0.at < $1.at }
            guard let first = plan.first, first.at <= min(next, end) else {
                shop.help.clock.set(min(max(next, shop.help.clock.now.addingTimeInterval(0.001)), end))
                try await plan.append(contentsOf: decisions(about: messages, using: &numbers))
                continue
            }
            plan.removeFirst()
            shop.help.clock.set(max(first.at, shop.help.clock.now))
            switch first.what {
            case .write(let number):
                let (message, done) = try await promise(number, using: &numbers)
                messages.append(message)
                plan += done.map { ($0.at, .done($0.id)) }
            case .done(let id): _ = try await shop.help.desk().markPromiseDone(id, by: "ben")
            case .decide(let message): try await decide(message, using: &numbers)
            }
        }
        return messages
    }

    /// A question and its answer, and when what is promised in it will really be done.
    private func promise(
        _ number: Int,
        using numbers: inout Seed
    ) async throws -> (Message, [(id: Promise.ID, at: Date)]) {
        let day = CalendarDay(shop.help.clock.now, in: Shop.zone).adding(days: Int.random(in: 1...6, using: &numbers))
        let message = try await shop.promise(day.text, from: "c\(number)")
        return try await (
            message,
            shop.promises(message).map { promise in
                let given = promise.dueAt.timeIntervalSince(promise.madeAt)
                return (
                    promise.id, promise.madeAt.addingTimeInterval(given * Double.random(in: 0.2...1.6, using: &numbers))
                )
            }
        )
    }

    /// People see to some of the drafts that the keepers queued, some hours later.
    private func decisions(
        about messages: [Message],
        using numbers: inout Seed
    ) async throws -> [(at: Date, what: Happening)] {
        var found: [(at: Date, what: Happening)] = []
        for message in messages where try await shop.pending(message) != nil {
            guard Bool.random(using: &numbers) else { continue }
            found.append((shop.help.clock.now.addingTimeInterval(3_600), .decide(message)))
        }
        return found
    }

    private func decide(_ message: Message, using numbers: inout Seed) async throws {
        guard let draft = try await shop.pending(message) else { return }
        if Int.random(in: 0..<4, using: &numbers) == 0 {
            _ = try await shop.help.desk()
                .reject(draft.id, version: draft.version, reason: "no", closing: false, by: "anna")
        } else {
            _ = try await shop.release(message) { $0.fill("cause", "the van broke down") }
        }
    }

    @Test("nobody waits for a promise that nobody watches", arguments: [1, 2] as [UInt64])
    func watched(seed: UInt64) async throws {
        let messages = try await live(seed: seed)
        var states: [Promise.State: Int] = [:]
        for message in messages {
            let drafts = try await shop.help.record(of: message).drafts
            for promise in try await shop.promises(message) {
                states[promise.state, default: 0] += 1
                #expect(promise.state != .open || promise.dueAt >= end)
                guard promise.state == .broken else { continue }
                // The draft was there before the time had passed, whatever people made of it.
                let news = drafts.first { $0.body.occasion == .promiseLate(promise.id) }
                #expect(news.map { $0.createdAt < promise.dueAt } == true, "\(promise)")
            }
        }
        #expect(
            Promise.State.allCases.filter { $0 != .open && $0 != .withdrawn }.allSatisfy { states[$0, default: 0] > 0 }
        )
        let tallies = try await shop.help.store.promiseTallies(since: .distantPast)
        let counted = tallies.flatMap(\.counts).reduce(into: [:]) { $0[$1.key, default: 0] += $1.value }
        #expect(counted == states.filter { $0.key != .open })
        #expect(try await shop.help.store.goodwillSums().values.allSatisfy { $0 == 0 })
    }
}
