import Model
import Storage
import Testing

extension ContractCase {
    static let lookingAtDeliveries: [ContractCase] = [
        ContractCase("deliveries of a channel are listed newest first, without bodies, all or in one state") { scene in
            let ids = try await scene.deliver("a", "b", "c", "d")
            try await scene.unpack(ids[1])
            let parked = ParkReason(.unreadable, "x")
            _ = try await scene.store.parkDelivery(ids[2], reason: parked, at: scene.at(1))
            _ = try await scene.accept("a", channel: InboxName("other"))
            let all = try await scene.store.deliveries(of: Scene.channel, in: nil, limit: 9)
            #expect(all.map(\.id) == ids.reversed())
            #expect(all.allSatisfy { $0.request.body.isEmpty && $0.request.fields.count == 2 })
            let newest = try await scene.store.deliveries(of: Scene.channel, in: nil, limit: 2)
            #expect(newest.map(\.id) == [ids[3], ids[2]])
            let received = try await scene.store.deliveries(of: Scene.channel, in: .received, limit: 9)
            #expect(received.map(\.id) == [ids[3], ids[0]])
            #expect(try await scene.store.deliveries(of: Scene.channel, in: .parked, limit: 0).isEmpty)
        },
        ContractCase("deliveries are counted by channel and state") { scene in
            #expect(try await scene.store.deliveryTallies().isEmpty)
            let ids = try await scene.deliver("a", "b", "c")
            try await scene.unpack(ids[1])
            _ = try await scene.accept("a", channel: InboxName("other"))
            let tallies = try await scene.store.deliveryTallies()
            #expect(
                Set(tallies) == [
                    DeliveryTally(channel: Scene.channel, state: .received, count: 2),
                    DeliveryTally(channel: Scene.channel, state: .unpacked, count: 1),
                    DeliveryTally(channel: InboxName("other"), state: .received, count: 1),
                ]
            )
            #expect(tallies.count == 3)
        },
        ContractCase("deliveries that contradict another one are counted for each channel") { scene in
            _ = try await scene.accept("a", .key("1"))
            _ = try await scene.accept("b", .key("1"))
            _ = try await scene.accept("c", .key("1"))
            _ = try await scene.accept("d", .key("2"))
            _ = try await scene.accept("b", .key("1"), channel: InboxName("other"))
            #expect(try await scene.store.contradictions(in: Scene.channel) == 2)
            #expect(try await scene.store.contradictions(in: InboxName("other")) == 0)
        },
        ContractCase("deliveries that were not taken apart yet are open work beside the sums of custody") { scene in
            let none = try await scene.expectCustody()
            #expect((none.waitingDeliveries, none.oldestDelivery) == (0, nil))
            let late = try await scene.deliver("b", at: 4)
            let early = try await scene.deliver("a", at: 2)
            var sums = try await scene.expectCustody()
            #expect((sums.waitingDeliveries, sums.oldestDelivery) == (2, scene.at(2)))
            try await scene.unpack(early[0])
            sums = try await scene.expectCustody()
            #expect((sums.waitingDeliveries, sums.oldestDelivery) == (1, scene.at(4)))
            _ = try await scene.store.parkDelivery(late[0], reason: ParkReason(.unreadable, "x"), at: scene.at(5))
            #expect(try await scene.expectCustody().waitingDeliveries == 0)
        },
        ContractCase("every delivery that was accepted is unpacked, parked or waits, and none is counted twice") {
            scene in
            #expect(
                try await scene.store.deliverySums() == DeliverySums(accepted: 0, unpacked: 0, parked: 0, waiting: 0)
            )
            let ids = try await scene.deliver("a", "b", "c", "d", at: 3)
            _ = try await scene.accept("a")
            try await scene.unpack(ids[1])
            try await scene.unpack(ids[1])
            _ = try await scene.store.parkDelivery(ids[2], reason: ParkReason(.unreadable, "x"), at: scene.at(4))
            let sums = DeliverySums(accepted: 4, unpacked: 1, parked: 1, waiting: 2, oldestWaiting: scene.at(3))
            #expect(try await scene.store.deliverySums() == sums)
            try await scene.unpack(ids[2], scene.chat("1"), at: 5)
            let later = DeliverySums(accepted: 4, unpacked: 2, parked: 0, waiting: 2, oldestWaiting: scene.at(3))
            #expect(try await scene.store.deliverySums() == later)
        },
    ]
}
