import Model
import Storage
import Testing

extension RandomWalk {
    /// One mail goes one way: sent, to be tried again, refused, uncertain, or stopped in the middle.
    mutating func deliver() async throws {
        let claimed = try await scene.store.claimDue(limit: 1, at: scene.at(minute + 1))
        guard let id = claimed.first?.id else { return }
        mails[id]?.attempts += 1
        #expect(claimed.map(\.attempts) == [mails[id]?.attempts])
        if Bool.random(using: &random) { return try await recover(id, to: .waiting) }
        try await scene.store.markHandingOver(id, at: scene.at(minute))
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            try await scene.store.markSent(id, answer: "250", at: scene.at(minute))
            mails[id]?.state = .sent
        case 1:
            try await scene.store.markRetry(id, answer: "451", notBefore: scene.at(minute), at: scene.at(minute))
            mails[id]?.state = .waiting
        case 2:
            try await scene.store.markFailed(id, answer: "550", at: scene.at(minute))
            bringBack(id, .failed)
        case 3:
            try await scene.store.markUncertain(id, answer: "lost", at: scene.at(minute))
            try await resolve(id)
        default:
            try await recover(id, to: .uncertain)
            try await resolve(id)
        }
    }

    private mutating func recover(_ id: OutgoingMail.ID, to state: OutgoingMail.State) async throws {
        let uncertain = try await scene.store.recoverOutbox(at: scene.at(minute))
        #expect(uncertain == (state == .uncertain ? [id] : []))
        mails[id]?.state = state
    }

    private mutating func resolve(_ id: OutgoingMail.ID) async throws {
        let delivered = Bool.random(using: &random)
        let state = try await scene.store.resolve(id, delivered: delivered, by: "ann", at: scene.at(minute)).value()
        #expect(state == (delivered ? .sent : .waiting))
        mails[id]?.state = state
    }
}
