import Foundation
import Model
import TestSupport
import Testing

@Suite("Promises by experience, over simulated months")
struct SuggestedTermSimulationTests {
    /// How long work takes, in working hours.
    enum Work: String, CaseIterable, Sendable {
        /// Much alike.
        case steady
        /// Mostly short, now and then very long.
        case skewed
        /// One in eight waits for a supplier.
        case twofold
        /// Takes twice as long at the end of the year as at its beginning.
        case slowing

        func hours(_ progress: Double, using numbers: inout Seed) -> Double {
            let chance = Double.random(in: 0..<1, using: &numbers)
            switch self {
            case .steady: return 5 + 2 * chance
            case .skewed: return 2 * exp(-log(1 - chance) * 0.9)
            case .twofold: return chance < 0.125 ? 20 + 10 * chance : 3 + 3 * chance
            case .slowing: return (6 + 6 * chance) * (1 + progress)
            }
        }
    }

    /// Six promises a working day for five months, each with the time that the ones done before it suggest.
    private func outcomes(of work: Work, seed: UInt64) -> [Promise.State] {
        let hours = WorkingTimes.shop
        var numbers = Seed(seed)
        var now = WorkingTimes.at("2026-01-05 09:00", hours.zone)
        var done: [DateInterval] = []
        var outcomes: [Promise.State] = []
        for number in 0..<600 {
            let known = Array(done.filter { $0.end <= now }.suffix(60).reversed())
            let term = SuggestedTerm(durations: known, hours: hours, usual: .days(3))
            let length = work.hours(Double(number) / 600, using: &numbers)
            let promise = Promise.made(at: now, due: term.due(from: now, hours))
            let end = hours.date(adding: length * 3_600, to: now)
            outcomes.append(promise.state(doneAt: end))
            done.append(DateInterval(start: now, end: end))
            now = hours.date(adding: Double.random(in: 600...8_400, using: &numbers), to: now)
        }
        return outcomes
    }

    @Test("nine in ten are kept, and more than half of them beaten", arguments: Work.allCases)
    func kept(_ work: Work) {
        for seed in 1...2 as ClosedRange<UInt64> {
            let outcomes = outcomes(of: work, seed: seed)
            let broken = outcomes.count { $0 == .broken }
            let beaten = outcomes.count { $0 == .beaten }
            #expect(Double(broken) <= 0.1 * Double(outcomes.count), "\(broken) broken")
            #expect(beaten * 2 > outcomes.count, "\(beaten) beaten")
        }
    }

    @Test("and they are no longer than they need to be")
    func short() {
        let hours = WorkingTimes.shop
        let start = WorkingTimes.at("2026-11-23 09:00", hours.zone)
        var numbers = Seed(5)
        let known = (0..<100).map { _ in
            DateInterval(
                start: start,
                end: hours.date(adding: Work.steady.hours(0, using: &numbers) * 3_600, to: start)
            )
        }
        let term = SuggestedTerm(durations: known, hours: hours, usual: .days(10))
        #expect(term.seconds <= 1.5 * hours.dayLength)
    }
}

extension Promise {
    fileprivate static func made(at time: Date, due: Date) -> Promise {
        Promise(
            id: ID(rawValue: 1),
            conversation: Conversation.ID(rawValue: 1),
            inbox: InboxName("support"),
            outgoing: OutgoingMail.ID(rawValue: 1),
            draft: Draft.ID(rawValue: 1),
            template: "",
            matter: "",
            what: "It comes",
            owner: "anna",
            fulfilment: .deed,
            madeAt: time,
            dueAt: due,
            state: .open
        )
    }
}
