import Model
import Storage
import Testing

extension ContractCase {
    static let taking: [ContractCase] = [
        ContractCase("a mailbox has no cursor before the first connect") { scene in
            let cursor = try await scene.store.cursor(inbox: InboxName("support"), mailbox: "INBOX")
            #expect(cursor == nil)
        },
        ContractCase("a cursor may be recorded alone, and moves with what is taken") { scene in
            var cursor = Cursor(
                inbox: InboxName("support"),
                mailbox: "INBOX",
                validity: .max,
                uid: 9,
                skippedThrough: 9
            )
            #expect(try await scene.store.take([], advancing: cursor, at: scene.at(0)).isEmpty)
            #expect(try await scene.store.cursor(inbox: cursor.inbox, mailbox: "INBOX") == cursor)
            cursor.uid = .max
            _ = try await scene.store.take([scene.arrival(10)], advancing: cursor, at: scene.at(0))
            #expect(try await scene.store.cursor(inbox: cursor.inbox, mailbox: "INBOX") == cursor)
            #expect(try await scene.store.cursor(inbox: cursor.inbox, mailbox: "Spam") == nil)
        },
        ContractCase("arrivals come back in order, new, with their bytes and a row of history") { scene in
            let arrivals = [scene.arrival(3), scene.arrival(1), scene.arrival(2)]
            let taken = try await scene.store.take(arrivals, advancing: nil, at: scene.at(0))
            #expect(taken.map(\.origin) == arrivals.map(\.origin))
            #expect(taken.map(\.isNew) == [true, true, true])
            for (entry, arrival) in zip(taken, arrivals) {
                #expect(try await scene.store.raw(of: entry.message) == arrival.raw)
                #expect(try await scene.events(entry.message) == [.taken])
                #expect(try await scene.state(entry.message) == .stored)
            }
        },
        ContractCase("the same origin gives the message that is there, whatever its bytes") { scene in
            let first = try await scene.store.take([scene.arrival(1)], advancing: nil, at: scene.at(0))
            let again = try await scene.store.take([scene.arrival(1, raw: "other")], advancing: nil, at: scene.at(1))
            #expect(again.map(\.message) == first.map(\.message))
            #expect(again.map(\.isNew) == [false])
            #expect(try await scene.expectCustody().taken == 1)
        },
        ContractCase("the same bytes in the same inbox are one message under two origins") { scene in
            let arrivals = [scene.arrival(1, raw: "same"), scene.arrival(2, raw: "same")]
            let taken = try await scene.store.take(arrivals, advancing: nil, at: scene.at(0))
            #expect(taken.map(\.isNew) == [true, false])
            let message = try #require(taken.first).message
            #expect(taken.map(\.message) == [message, message])
            #expect(try await scene.events(message) == [.taken, .foundAgain])
            let items = try await scene.store.items(inbox: InboxName("support"), mailbox: "INBOX", validity: 7)
            #expect(items == ["1", "2"])
        },
        ContractCase("the same bytes in two inboxes are taken twice") { scene in
            let arrivals = [scene.arrival(1, raw: "same"), scene.arrival(1, inbox: InboxName("sales"), raw: "same")]
            let taken = try await scene.store.take(arrivals, advancing: nil, at: scene.at(0))
            #expect(taken.map(\.isNew) == [true, true])
            #expect(Set(taken.map(\.message)).count == 2)
        },
        ContractCase("items are those of one mailbox in one validity") { scene in
            try await scene.take(1, 2)
            try await scene.take(3, inbox: InboxName("sales"))
            #expect(
                try await scene.store.items(inbox: InboxName("support"), mailbox: "INBOX", validity: 7) == ["1", "2"]
            )
            #expect(try await scene.store.items(inbox: InboxName("support"), mailbox: "INBOX", validity: 8).isEmpty)
            #expect(try await scene.store.items(inbox: InboxName("support"), mailbox: "Spam", validity: 7).isEmpty)
        },
        ContractCase("a message that came in part is parked at taking, with its reason") { scene in
            let reason = ParkReason(.oversized, "It has 90 MB.")
            let taken = try await scene.store.take([scene.arrival(1, parked: reason)], advancing: nil, at: scene.at(0))
            let message = try #require(taken.first).message
            #expect(try await scene.state(message) == .parked(reason))
            #expect(try await scene.events(message) == [.taken, .parked])
            #expect(try await scene.expectCustody().parked == 1)
        },
        ContractCase("the raw bytes of a message that is not there are not found") { scene in
            let error = try await storeError { try await scene.store.raw(of: Message.ID(rawValue: 99)) }
            #expect(error.isNotFound)
        },
        ContractCase("empty bytes and every byte value come back as they were") { scene in
            var arrival = scene.arrival(1)
            arrival.raw = []
            var every = scene.arrival(2)
            every.raw = [UInt8](0...255)
            let taken = try await scene.store.take([arrival, every], advancing: nil, at: scene.at(0))
            #expect(try await scene.store.raw(of: taken[0].message) == [])
            #expect(try await scene.store.raw(of: taken[1].message) == every.raw)
        },
        ContractCase("custody names when the oldest unread message was taken") { scene in
            #expect(try await scene.store.custody().oldestUnowned == nil)
            try await scene.take(1, at: 5)
            try await scene.take(2, at: 3)
            #expect(try await scene.store.custody().oldestUnowned == scene.at(3))
            for message in try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(6)) {
                try await scene.file(message.id)
            }
            #expect(try await scene.store.custody().oldestUnowned == nil)
        },
    ]
}
