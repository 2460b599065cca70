import Foundation
import GRDB
import Model

extension Database {
    func recoverOutbox(at: Date) throws -> [OutgoingMail.ID] {
        var uncertain: [OutgoingMail.ID] = []
        for state in OutgoingMail.State.allCases where state.afterRestart != state {
            for mail in try outgoing(in: state, limit: .max).reversed() {
                try move(mail, .afterRestart(of: state, at: at))
                try settleByReceipts(mail.id, at: at)
                if try listedMail(mail.id).state == .uncertain { uncertain.append(mail.id) }
            }
        }
        return uncertain
    }

    /// A mail of ours that somebody answers, or that bounced, did leave: what was uncertain is sent.
    func settleUncertain(namedBy identifiers: [String], at: Date) throws {
        for identifier in identifiers where !identifier.isEmpty {
            let ids = try numbers(Self.uncertainByIdentifier, [identifier.column])
            for id in ids {
                let answer = "Somebody answered it, so it had arrived."
                try markSent(OutgoingMail.ID(rawValue: id), answer: answer, at: at)
            }
        }
    }

    static let uncertainByIdentifier = "SELECT id FROM outgoing WHERE message_id = ? AND +state = 'uncertain'"
}

extension Transition {
    fileprivate static func afterRestart(of state: OutgoingMail.State, at: Date) -> Transition {
        let next = state.afterRestart
        return Transition(
            state: next,
            event: next == .uncertain ? .uncertain : .retrying,
            answer: "The program stopped while this mail was \(state.rawValue).",
            at: at
        )
    }
}
