import Model
import Storage
import Testing

extension ContractCase {
    static let claimingDeliveries: [ContractCase] = [
        ContractCase("deliveries are handed out oldest first with their bytes, up to the limit") { scene in
            let late = try await scene.deliver("c", at: 5)
            let early = try await scene.deliver("a", "b", at: 1)
            let claimed = try await scene.store.claimDeliveries(limit: 2, attempts: 3, at: scene.at(6))
            #expect(claimed.map(\.id) == early)
            #expect(claimed.map(\.request) == [scene.request("a"), scene.request("b")])
            for id in early { try await scene.unpack(id) }
            #expect(try await scene.claim() == late)
        },
        ContractCase("large deliveries come as many as 16 MB hold, and a larger one alone") { scene in
            let ids = try await scene.deliver(
                String(repeating: "a", count: 9 << 20),
                String(repeating: "b", count: 6 << 20),
                String(repeating: "c", count: 17 << 20),
                "d"
            )
            for group in [0..<2, 2..<3, 3..<4] {
                #expect(try await scene.claim() == Array(ids[group]))
                for id in ids[group] { try await scene.unpack(id) }
            }
        },
        ContractCase("a delivery whose earlier attempt did not end comes alone, and is parked when it stops too often")
        {
            scene in
            let ids = try await scene.deliver("a", "b", "c")
            #expect(try await scene.claim(1, attempts: 2) == [ids[0]])
            #expect(try await scene.claim(attempts: 2) == [ids[0]])
            #expect(try await scene.claim(attempts: 2) == [ids[1], ids[2]])
            let parked = try #require(try await scene.store.delivery(ids[0]))
            #expect(parked.state == .parked)
            #expect(parked.outcome?.contains("stopped 2 times") == true)
            #expect(try await scene.events(ids[0]) == [.delivered, .parked])
            let message = try #require(try await scene.store.parked(limit: 9).first)
            guard case .parked(let reason) = message.state else {
                Issue.record("not parked")
                return
            }
            #expect(reason.code == .stopsTheReader)
        },
        ContractCase("what is given back comes again as if it had not been handed out") { scene in
            let ids = try await scene.deliver("a", "b")
            for _ in 1...4 {
                #expect(try await scene.claim() == ids)
                try await scene.store.giveBackDeliveries(ids)
            }
            #expect(try await scene.claim() == ids)
            try await scene.unpack(ids[0])
            try await scene.store.giveBackDeliveries(ids)
            #expect(try await scene.claim() == [ids[1]])
            #expect(try await scene.store.delivery(ids[0])?.state == .unpacked)
        },
    ]
}
