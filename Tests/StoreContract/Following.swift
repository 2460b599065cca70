import Model
import Storage
import Testing

extension ContractCase {
    static let following: [ContractCase] = [
        ContractCase("a follow-up is due at its time, and a later plan moves it") { scene in
            let a = try await scene.receive(1, .from("a@x"))
            let b = try await scene.receive(2, .from("b@x"))
            try await scene.plan(a, at: 300)
            try await scene.plan(b, at: 200)
            try await scene.plan(a, at: 100)
            #expect(try await scene.store.dueFollowUps(at: scene.at(99), limit: 9).isEmpty)
            let due = try await scene.store.dueFollowUps(at: scene.at(200), limit: 9)
            #expect(due.map(\.conversation) == [a, b].map(\.conversation))
            #expect(due.map(\.dueAt) == [scene.at(100), scene.at(200)])
            #expect(due.map(\.kind) == [.checkBack, .checkBack])
            #expect(try await scene.store.dueFollowUps(at: scene.at(200), limit: 1) == Array(due.prefix(1)))
            let nowhere = Filed(message: a.message, conversation: .init(rawValue: 99), sameAs: nil, draft: nil)
            #expect(try await storeError { try await scene.plan(nowhere, at: 1) }.isNotFound)
        },
        ContractCase("a follow-up is done when its draft is queued, and waits again where that is superseded") {
            scene in
            let (filed, _) = try await scene.released(1, Commitments(checkBack: scene.at(100)))
            let due = try #require(try await scene.store.dueFollowUps(at: scene.at(100), limit: 9).first)
            _ = try await scene.queue(.checkBack(due.id), in: filed.conversation, at: 100).value()
            #expect(try await scene.store.dueFollowUps(at: scene.at(999), limit: 9).isEmpty)
            let next = try await scene.receive(2, at: 101)
            #expect(try await scene.store.dueFollowUps(at: scene.at(999), limit: 9) == [due])
            _ = try await scene.approve(try #require(next.draft), at: 102).value()
            let draft = try await scene.queue(.checkBack(due.id), in: filed.conversation, at: 103).value()
            _ = try await scene.approve(draft.id, at: 104).value()
            #expect(try await scene.store.dueFollowUps(at: scene.at(999), limit: 9).isEmpty)
        },
        ContractCase("a dropped follow-up is gone, with its reason, and cannot be drafted for") { scene in
            let (filed, _) = try await scene.released(1, Commitments(checkBack: scene.at(100)))
            let due = try #require(try await scene.store.dueFollowUps(at: scene.at(100), limit: 9).first)
            for _ in 1...2 {
                try await scene.store.dropFollowUp(due.id, reason: "Solved.", by: "ann", at: scene.at(50))
            }
            #expect(try await scene.store.dueFollowUps(at: scene.at(999), limit: 9).isEmpty)
            let details = try await scene.details(.followUp, filed.conversation)
            #expect(details == ["check-back planned", "check-back dropped: Solved."])
            #expect(try await scene.queue(.checkBack(due.id), in: filed.conversation, at: 60).refusals.count == 1)
            let none = FollowUp.ID(rawValue: 99)
            let missing = try await storeError {
                try await scene.store.dropFollowUp(none, reason: "", by: "ann", at: scene.at(1))
            }
            #expect(missing.isNotFound)
        },
        ContractCase("a reply that nobody got comes back to nothing, and what was planned before stands") { scene in
            let (filed, _) = try await scene.released(1, Commitments(checkBack: scene.at(100)))
            let second = try await scene.followedUp(filed, at: 20, Commitments(checkBack: scene.at(300)))
            #expect(try await scene.store.dueFollowUps(at: scene.at(299), limit: 9).isEmpty)
            _ = try await scene.store.undo(second, by: "ann", at: scene.at(21)).value()
            #expect(try await scene.store.dueFollowUps(at: scene.at(100), limit: 9).count == 1)
            let (_, only) = try await scene.released(2, .from("b@x"), at: 30, Commitments(checkBack: scene.at(100)))
            _ = try await scene.store.undo(only, by: "ann", at: scene.at(31)).value()
            #expect(try await scene.store.dueFollowUps(at: scene.at(999), limit: 9).count == 1)
        },
    ]
}

extension Scene {
    fileprivate func plan(_ filed: Filed, at minutes: Double) async throws {
        try await store.plan(.checkBack, in: filed.conversation, dueAt: at(minutes), by: "ann", at: at(0))
    }
}
