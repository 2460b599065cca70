import Foundation
import Model
import Pipeline
import Testing

@Suite("When an inbox that is not reached is worth an alert")
struct ReachabilityTests {
    enum Step: Sendable {
        case reached
        case fails
        case needsPerson
        case nothing
    }

    enum Outcome: Sendable {
        case quiet
        case raise
        case clear
    }

    /// The limit is 600 seconds; each step is at a second of its own.
    @Test(
        "an alert is raised once, and cleared once",
        arguments: [
            (false, [(0.0, Step.reached, Outcome.quiet), (601, .nothing, .raise), (900, .nothing, .quiet)]),
            (false, [(600, .fails, .quiet), (601, .fails, .raise), (602, .reached, .clear), (603, .reached, .quiet)]),
            (false, [(1, .needsPerson, .raise), (2, .needsPerson, .quiet), (3, .reached, .clear)]),
            (false, [(500, .reached, .quiet), (1_000, .nothing, .quiet), (1_101, .nothing, .raise)]),
            (true, [(1, .fails, .quiet), (700, .nothing, .quiet), (800, .reached, .clear)]),
        ] as [(Bool, [(Double, Step, Outcome)])]
    )
    func steps(wasRaised: Bool, steps: [(Double, Step, Outcome)]) {
        let start = Date(timeIntervalSince1970: 1_000_000)
        var state = Reachability(inbox: InboxName("support"), limit: 600, at: start, wasRaised: wasRaised)
        for (second, step, expected) in steps {
            let at = start.addingTimeInterval(second)
            let action =
                switch step {
                case .reached: state.reached(at: at)
                case .fails: state.unreached("It refuses the connection.", needsPerson: false, at: at)
                case .needsPerson: state.unreached("The password is wrong.", needsPerson: true, at: at)
                case .nothing: state.check(at: at)
                }
            #expect(Self.outcome(action) == expected, "at \(second)")
        }
    }

    @Test("the alert says for how long, since when and why")
    func words() {
        let start = Date(timeIntervalSince1970: 0)
        var state = Reachability(inbox: InboxName("support"), limit: 600, at: start)
        _ = state.unreached("It refuses the connection.", needsPerson: false, at: start.addingTimeInterval(60))
        let alert = Alert(
            kind: .inboxUnreached,
            subject: "support",
            text: "The inbox support has not been reached for 12 minutes. It refuses the connection.",
            since: start
        )
        #expect(state.check(at: start.addingTimeInterval(720)) == .raise(alert))
    }

    private static func outcome(_ action: Reachability.Action?) -> Outcome {
        switch action {
        case .raise: .raise
        case .clear: .clear
        case nil: .quiet
        }
    }
}
