import Model
import Storage
import Testing

extension ContractCase {
    static let claiming: [ContractCase] = [
        ContractCase("unread messages come oldest first, with their bytes, up to the limit") { scene in
            let late = try await scene.take(1, at: 2)
            let early = try await scene.take(2, 3, at: 1)
            let claimed = try await scene.store.claimUnread(limit: 2, attempts: 3, at: scene.at(3))
            #expect(claimed.map(\.id) == early)
            #expect(claimed.map(\.raw) == [scene.arrival(2).raw, scene.arrival(3).raw])
            #expect(claimed.map(\.takenAt) == [scene.at(1), scene.at(1)])
            for id in early { try await scene.file(id) }
            #expect(try await scene.store.claimUnread(limit: 2, attempts: 3, at: scene.at(3)).map(\.id) == late)
        },
        ContractCase("large messages come as many as 16 MB hold, and a larger one alone") { scene in
            let sizes = [9, 6, 3, 17, 1]
            let arrivals = sizes.enumerated().map { number, size in
                var arrival = scene.arrival(number + 1)
                arrival.raw += [UInt8](repeating: UInt8(ascii: "x"), count: size << 20)
                return arrival
            }
            let ids = try await scene.store.take(arrivals, advancing: nil, at: scene.at(0)).map(\.message)
            for group in [0..<2, 2..<3, 3..<4, 4..<5] {
                let claimed = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(1))
                #expect(claimed.map(\.id) == Array(ids[group]))
                for message in claimed { try await scene.file(message.id) }
            }
        },
        ContractCase("a message that was read is not handed out again") { scene in
            try await scene.receive(1)
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(1)).isEmpty)
        },
        ContractCase("a message whose earlier attempt did not end comes alone") { scene in
            let ids = try await scene.take(1, 2, 3)
            let first = try await scene.store.claimUnread(limit: 1, attempts: 3, at: scene.at(1))
            #expect(first.map(\.id) == [ids[0]])
            let second = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(2))
            #expect(second.map(\.id) == [ids[0]])
            try await scene.file(ids[0])
            #expect(
                try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(3)).map(\.id) == [ids[1], ids[2]]
            )
        },
        ContractCase("a fresh group ends before a message that was tried") { scene in
            let tried = try await scene.take(1, at: 5)
            _ = try await scene.store.claimUnread(limit: 1, attempts: 3, at: scene.at(5))
            let fresh = try await scene.take(2, 3, at: 1)
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(6)).map(\.id) == fresh)
            for id in fresh { try await scene.file(id) }
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(7)).map(\.id) == tried)
        },
        ContractCase("a message that stopped the program too often is parked, and the next ones come") { scene in
            let ids = try await scene.take(1, 2)
            for _ in 1...2 { _ = try await scene.store.claimUnread(limit: 1, attempts: 2, at: scene.at(1)) }
            let next = try await scene.store.claimUnread(limit: 1, attempts: 2, at: scene.at(2))
            #expect(next.map(\.id) == [ids[1]])
            guard case .parked(let reason) = try await scene.state(ids[0]) else {
                Issue.record("not parked")
                return
            }
            #expect(reason.code == .stopsTheReader)
            #expect(try await scene.events(ids[0]) == [.taken, .parked])
            #expect(try await scene.store.raw(of: ids[0]) == scene.arrival(1).raw)
        },
        ContractCase("messages that are given back come together again, however often a stop came before them") {
            scene in
            let ids = try await scene.take(1, 2, 3)
            for _ in 1...4 {
                let claimed = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(1))
                #expect(claimed.map(\.id) == ids)
                try await scene.store.giveBack(ids)
            }
        },
        ContractCase("giving a message back leaves the attempts before it counted") { scene in
            let ids = try await scene.take(1, 2)
            _ = try await scene.store.claimUnread(limit: 1, attempts: 2, at: scene.at(1))
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 2, at: scene.at(2)).map(\.id) == [ids[0]])
            try await scene.store.giveBack([ids[0]])
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 2, at: scene.at(3)).map(\.id) == [ids[0]])
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 2, at: scene.at(4)).map(\.id) == [ids[1]])
            #expect(try await scene.store.custody().parked == 1)
        },
        ContractCase("what was filed or parked is not given back") { scene in
            let ids = try await scene.take(1, 2, 3)
            _ = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(1))
            try await scene.file(ids[0])
            try await scene.store.park(ids[1], reason: ParkReason(.unreadable, "x"), by: "ann", at: scene.at(1))
            try await scene.store.giveBack(ids)
            let claimed = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(2))
            #expect(claimed.map(\.id) == [ids[2]])
        },
        ContractCase("a message parked at taking is read all the same and stays parked") { scene in
            let reason = ParkReason(.oversized, "It has 90 MB.")
            let taken = try await scene.store.take([scene.arrival(1, parked: reason)], advancing: nil, at: scene.at(0))
            let claimed = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(1))
            #expect(claimed.map(\.parked) == [reason])
            let filed = try await scene.file(taken[0].message)
            #expect(filed.draft == nil)
            let message = try #require(try await scene.store.message(taken[0].message))
            #expect(message.state == .parked(reason))
            #expect(message.content?.subject == "Order")
            #expect(try await scene.store.queueLength() == 0)
        },
    ]
}
