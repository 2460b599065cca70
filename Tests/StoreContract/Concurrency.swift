import Model
import Storage
import Testing

extension ContractCase {
    static let concurrency: [ContractCase] = [
        ContractCase("of many who approve at once, one wins and the others are told") { scene in
            let id = try #require(try await scene.receive(1).draft)
            let approval = try await scene.approval(of: id)
            let decisions = try await scene.atOnce(8) { number in
                var mine = approval
                mine.by = "user\(number)"
                return try await scene.store.approve(mine, mail: scene.reply("r\(number)@us"), commitments: .none)
            }
            #expect(decisions.filter(\.refusals.isEmpty).count == 1)
            let mail = try await scene.store.outgoing(in: .waiting, limit: 99)
            let winner = try #require(mail.first?.approvedBy)
            #expect(mail.count == 1)
            for decision in decisions where !decision.refusals.isEmpty {
                #expect(decision.refusals == [.alreadyDecided(.approved, by: winner)])
            }
        },
        ContractCase("fifty tasks that take the same origins take each once") { scene in
            let arrivals = (1...20).map { scene.arrival($0) }
            let taken = try await scene.atOnce(50) { number in
                try await scene.store.take(arrivals, advancing: nil, at: scene.at(Double(number)))
            }
            #expect(taken.flatMap(\.self).filter(\.isNew).count == 20)
            #expect(Set(taken.map { $0.map(\.message) }).count == 1)
            #expect(try await scene.expectCustody().taken == 20)
        },
        ContractCase("two readers at once file each message once") { scene in
            let arrivals = (1...30).map { scene.arrival($0) }
            let ids = try await scene.store.take(arrivals, advancing: nil, at: scene.at(0)).map(\.message)
            _ = try await scene.atOnce(2) { _ in
                while true {
                    let claimed = try await scene.store.claimUnread(limit: 7, attempts: 1_000, at: scene.at(1))
                    if claimed.isEmpty { return 0 }
                    for message in claimed { try await scene.file(message.id, .from("\(message.id)@x")) }
                }
            }
            for id in ids {
                #expect(try await scene.events(id) == [.taken, .read, .drafted])
            }
        },
        ContractCase("two senders at once never get the same mail") { scene in
            for item in 1...10 { _ = try await scene.approvedReply(item, .from("\(item)@x")) }
            let claimed = try await scene.atOnce(4) { _ in
                try await scene.store.claimDue(limit: 4, at: scene.at(60)).map(\.id)
            }
            #expect(claimed.flatMap(\.self).count == 10)
            #expect(Set(claimed.flatMap(\.self)).count == 10)
        },
        ContractCase("taking back and delivering at once: exactly one happens") { scene in
            for item in 1...10 {
                let (_, id) = try await scene.approvedReply(item, .from("\(item)@x"))
                let outcomes = try await scene.atOnce(2) { number in
                    if number == 0 {
                        return try await scene.store.undo(id, by: "ann", at: scene.at(60)).refusals.isEmpty
                    }
                    return try await !scene.store.claimDue(limit: 99, at: scene.at(60)).isEmpty
                }
                #expect(outcomes.filter(\.self).count == 1)
            }
        },
    ]
}

extension Scene {
    /// Runs the same work in `count` tasks side by side.
    fileprivate func atOnce<Value: Sendable>(
        _ count: Int,
        _ work: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: Value.self) { group in
            for number in 0..<count { group.addTask { try await work(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
