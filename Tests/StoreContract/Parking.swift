import Model
import Storage
import Testing

extension ContractCase {
    static let parking: [ContractCase] = [
        ContractCase("a parked message keeps its bytes, counts as parked, and is not read") { scene in
            let ids = try await scene.take(1)
            let reason = ParkReason(.unreadable, "It has no end.")
            try await scene.store.park(ids[0], reason: reason, by: "wavelength", at: scene.at(1))
            #expect(try await scene.state(ids[0]) == .parked(reason))
            #expect(try await scene.store.raw(of: ids[0]) == scene.arrival(1).raw)
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(2)).isEmpty)
            #expect(try await scene.expectCustody().parked == 1)
            #expect(try await scene.events(ids[0]) == [.taken, .parked])
        },
        ContractCase("a message given back is read again and keeps its conversation") { scene in
            let first = try await scene.receive(1)
            try await scene.store.park(
                first.message,
                reason: ParkReason(.setAside, "Later."),
                by: "ann",
                at: scene.at(1)
            )
            #expect(try await scene.store.queueLength() == 0)
            try await scene.store.unpark(first.message, by: "ann", at: scene.at(2))
            #expect(
                try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(3)).map(\.id) == [first.message]
            )
            let again = try await scene.file(first.message, .from("other@x"), at: 3)
            #expect(again.conversation == first.conversation)
            #expect(try await scene.state(first.message) == .open)
            #expect(try await scene.draft(of: first).state == .superseded)
        },
        ContractCase("an answered message cannot be put aside, and only a parked one is given back") { scene in
            let (filed, _) = try await scene.approvedReply()
            let reason = ParkReason(.setAside, "Later.")
            let answered = try await storeError {
                try await scene.store.park(filed.message, reason: reason, by: "ann", at: scene.at(20))
            }
            #expect(answered.isIllegal)
            let unparked = try await storeError {
                try await scene.store.unpark(filed.message, by: "ann", at: scene.at(20))
            }
            #expect(unparked.isIllegal)
            let missing = Message.ID(rawValue: 99)
            let absent = try await storeError {
                try await scene.store.park(missing, reason: reason, by: "ann", at: scene.at(20))
            }
            #expect(absent.isNotFound)
        },
        ContractCase("parked messages are listed newest first, up to the limit") { scene in
            let ids = try await scene.take(1, 2, 3)
            for id in ids {
                try await scene.store.park(id, reason: ParkReason(.setAside, ""), by: "ann", at: scene.at(1))
            }
            #expect(try await scene.store.parked(limit: 2).map(\.id) == [ids[2], ids[1]])
        },
    ]
}
