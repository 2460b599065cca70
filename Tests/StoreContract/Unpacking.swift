import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let unpacking: [ContractCase] = [
        ContractCase("the messages of a delivery are taken with their form, and lead back to it") { scene in
            let id = try await scene.deliver("{}")[0]
            var mail = scene.arrival(1, inbox: Scene.channel)
            mail.sourceDate = scene.at(-1)
            let taken = try await scene.unpack(id, scene.chat("1"), mail, outcome: "2 messages")
            #expect(taken.map(\.isNew) == [true, true])
            let delivery = try #require(try await scene.store.delivery(id))
            #expect((delivery.state, delivery.outcome) == (.unpacked, "2 messages"))
            #expect(try await scene.events(id) == [.delivered, .unpacked])
            for (entry, form) in zip(taken, [MessageForm.chat, .mail]) {
                #expect(try await scene.store.message(entry.message)?.form == form)
                #expect(try await scene.store.deliveries(behind: entry.message) == [id])
            }
            let unread = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(2))
            #expect(unread.map(\.form) == [.chat, .mail])
            #expect(unread.map(\.raw) == [scene.chat("1").raw, mail.raw])
        },
        ContractCase("a delivery with nothing in it is unpacked as well, and is not handed out again") { scene in
            let id = try await scene.deliver("{}")[0]
            #expect(try await scene.unpack(id, outcome: "a receipt").isEmpty)
            #expect(try await scene.store.delivery(id)?.outcome == "a receipt")
            #expect(try await scene.claim().isEmpty)
            #expect(try await scene.expectCustody().taken == 0)
        },
        ContractCase("a message that came in two deliveries is taken once and leads back to both") { scene in
            let ids = try await scene.deliver("a", "b")
            let first = try await scene.unpack(ids[0], scene.chat("1"))
            let second = try await scene.unpack(ids[1], scene.chat("1"), scene.chat("2"))
            #expect(second.map(\.isNew) == [false, true])
            #expect(second[0].message == first[0].message)
            #expect(try await scene.store.deliveries(behind: first[0].message) == ids)
            #expect(try await scene.store.deliveries(behind: second[1].message) == [ids[1]])
        },
        ContractCase("a group is unpacked whole or not at all") { scene in
            let ids = try await scene.deliver("a")
            let group = [
                UnpackedDelivery(delivery: ids[0], arrivals: [scene.chat("1")], outcome: ""),
                UnpackedDelivery(delivery: Delivery.ID(rawValue: 99), arrivals: [scene.chat("2")], outcome: ""),
            ]
            let error = try await storeError { try await scene.store.unpack(group, at: scene.at(1)) }
            #expect(error.isNotFound)
            #expect(try await scene.expectCustody().taken == 0)
            #expect(try await scene.store.delivery(ids[0])?.state == .received)
        },
        ContractCase("unpacking again takes what is new, and counts nothing twice") { scene in
            let id = try await scene.deliver("a")[0]
            try await scene.unpack(id, scene.chat("1"))
            let again = try await scene.unpack(id, scene.chat("1"), scene.chat("2"), outcome: "2 messages")
            #expect(again.map(\.isNew) == [false, true])
            #expect(try await scene.store.delivery(id)?.outcome == "2 messages")
            #expect(try await scene.events(id) == [.delivered, .unpacked, .unpacked])
            #expect(try await scene.expectCustody().taken == 2)
        },
        ContractCase("new messages of a delivery that contradicts another say so in their history") { scene in
            let first = try #require(try await scene.accept("a", .key("k")).new)
            let known = try await scene.unpack(first, scene.chat("1"))[0].message
            let second = try #require(try await scene.accept("b", .key("k")).contradicting)
            let taken = try await scene.unpack(second, scene.chat("1"), scene.chat("1#2", "Other"))
            #expect(taken.map(\.isNew) == [false, true])
            #expect(try await scene.events(known) == [.taken])
            #expect(try await scene.events(taken[1].message) == [.taken, .contradicted])
        },
        ContractCase("a repeat of a chat message that says the same, or less, is known") { scene in
            let first = try scene.said("1", "Where is it? https://a.test/?sig=1", files: ["a.png", "b.png"])
            let known = try await scene.unpack(scene.deliver("a")[0], first)[0]
            let repeats = try [
                scene.said("1", "Where is it? https://a.test/?sig=1", name: "Ada", files: ["a.png", "b.png"]),
                scene.said("1", "Where  is it?\nhttps://a.test/?sig=2", files: ["b.png"]), scene.said("1", ""),
                scene.said("1", #"{"views":7}"#),
            ]
            for (index, again) in repeats.enumerated() {
                let taken = try await scene.unpack(scene.deliver("again \(index)")[0], again)[0]
                #expect(!taken.isNew && taken.message == known.message, "\(index)")
            }
            #expect(try await scene.expectCustody().taken == 1)
            #expect(try await scene.events(known.message) == [.taken])
        },
        ContractCase("a chat message whose number is known with other words is one of its own, once, and says so") {
            scene in
            let ids = try await scene.deliver("a", "b", "c", "d")
            let first = try await scene.unpack(ids[0], scene.said("1", "Please cancel it"))[0]
            let other = try await scene.unpack(ids[1], scene.said("1", "Please do not cancel it"))[0]
            #expect(other.isNew && other.message != first.message)
            #expect(try await scene.events(first.message) == [.taken])
            #expect(try await scene.events(other.message) == [.taken, .contradicted])
            #expect(try await scene.store.deliveries(behind: other.message) == [ids[1]])
            let again = try await scene.unpack(ids[2], scene.said("1", "Please do  not cancel it", name: "Ada"))[0]
            #expect(!again.isNew && again.message == other.message)
            let file = try await scene.unpack(ids[3], scene.said("1", "Please cancel it", files: ["proof.pdf"]))[0]
            #expect(file.isNew)
            #expect(try await scene.expectCustody().taken == 3)
        },
        ContractCase("a sender that changes a message all the time does not fill the store with it") { scene in
            let ids = try await scene.deliver("0", "1", "2", "3", "4", "5", "6", "7", "8")
            for (number, id) in ids.enumerated() {
                try await scene.unpack(id, scene.said("1", "seen \(number) times"))
            }
            #expect(try await scene.expectCustody().taken == 6)
        },
        ContractCase("a message that is merged later leads to the delivery from the message that it counts as") {
            scene in
            let mail = TestMail.with { $0.identity = "same" }
            let first = try await scene.receive(1, mail)
            let id = try await scene.deliver("a")[0]
            let taken = try await scene.unpack(id, scene.arrival(7, inbox: Scene.channel))[0].message
            #expect(try await scene.file(taken, mail, at: 2).sameAs == first.message)
            #expect(try await scene.store.deliveries(behind: first.message) == [id])
            #expect(try await scene.store.deliveries(behind: taken) == [id])
        },
    ]

    static let parkingDeliveries: [ContractCase] = [
        ContractCase("a delivery that nobody can take apart stands among the parked messages as a whole") { scene in
            let id = try await scene.deliver("no JSON")[0]
            let reason = ParkReason(.unreadable, "It is no JSON.")
            let parked = try await scene.store.parkDelivery(id, reason: reason, at: scene.at(2))
            let message = try #require(try await scene.store.message(parked))
            #expect((message.form, message.inbox, message.state) == (.delivery, Scene.channel, .parked(reason)))
            #expect(try await scene.store.raw(of: parked) == [UInt8]("no JSON".utf8))
            #expect(try await scene.store.deliveries(behind: parked) == [id])
            #expect(try await scene.store.delivery(id)?.outcome == "It is no JSON.")
            #expect(try await scene.events(id) == [.delivered, .parked])
            #expect(try await scene.events(parked) == [.taken, .parked])
            #expect(try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(3)).isEmpty)
            #expect(try await scene.claim().isEmpty)
            #expect(try await scene.expectCustody().parked == 1)
        },
        ContractCase("a parked delivery is not given to the reader, nor parked twice, nor parked once unpacked") {
            scene in
            let ids = try await scene.deliver("a", "b")
            let reason = ParkReason(.unreadable, "It is no JSON.")
            let parked = try await scene.store.parkDelivery(ids[0], reason: reason, at: scene.at(2))
            try await scene.unpack(ids[1])
            let unparking = try await storeError {
                try await scene.store.unpark(parked, by: "ann", at: scene.at(3))
            }
            #expect(unparking.isIllegal)
            for id in ids {
                let error = try await storeError {
                    try await scene.store.parkDelivery(id, reason: reason, at: scene.at(3))
                }
                #expect(error.isIllegal)
            }
            let unknown = try await storeError {
                try await scene.store.parkDelivery(Delivery.ID(rawValue: 99), reason: reason, at: scene.at(3))
            }
            #expect(unknown.isNotFound)
        },
        ContractCase("two parked deliveries with the same bytes are one parked message") { scene in
            let first = try #require(try await scene.accept("x", .key("1")).new)
            let second = try #require(try await scene.accept("x", .key("2")).new)
            let reason = ParkReason(.unreadable, "It is no JSON.")
            let messages = [
                try await scene.store.parkDelivery(first, reason: reason, at: scene.at(1)),
                try await scene.store.parkDelivery(second, reason: reason, at: scene.at(1)),
            ]
            #expect(messages[0] == messages[1])
            #expect(try await scene.store.deliveries(behind: messages[0]) == [first, second])
        },
        ContractCase("a parked delivery that is taken apart after all counts as what was found in it") { scene in
            let id = try await scene.deliver("a")[0]
            let reason = ParkReason(.unreadable, "It has no text.")
            let parked = try await scene.store.parkDelivery(id, reason: reason, at: scene.at(2))
            try await scene.unpack(id, outcome: "nothing", at: 3)
            #expect(try await scene.store.delivery(id)?.state == .parked)
            #expect(try await scene.expectCustody().parked == 1)
            let taken = try await scene.unpack(id, scene.chat("1"), scene.chat("2"), outcome: "2 messages", at: 4)
            #expect(taken.map(\.isNew) == [true, true])
            #expect(try await scene.store.delivery(id)?.state == .unpacked)
            let sums = try await scene.expectCustody()
            #expect((sums.taken, sums.open, sums.parked) == (2, 2, 0))
            #expect(try await scene.store.message(parked)?.id == taken[0].message)
            #expect(try await scene.store.raw(of: parked) == [UInt8]("a".utf8))
            try await scene.unpack(id, scene.chat("1"), at: 5)
            #expect(try await scene.expectCustody().taken == 2)
        },
        ContractCase("what was parked leads on where the message that it counts as is merged into another") { scene in
            let mail = TestMail.with { $0.identity = "same" }
            let first = try await scene.receive(1, mail)
            let id = try await scene.deliver("a")[0]
            let reason = ParkReason(.unreadable, "It has no text.")
            let parked = try await scene.store.parkDelivery(id, reason: reason, at: scene.at(2))
            let taken = try await scene.unpack(id, scene.arrival(7, inbox: Scene.channel), at: 3)[0].message
            try await scene.file(taken, mail, at: 4)
            #expect(try await scene.store.message(parked)?.id == first.message)
            #expect(try await scene.store.message(taken)?.id == first.message)
        },
    ]
}
