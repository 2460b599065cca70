import Model
import Storage
import Testing

extension ContractCase {
    static let accepting: [ContractCase] = [
        ContractCase("a delivery comes back as it came, received, with a row of history") { scene in
            let id = try #require(try await scene.accept("{}", .key("m1"), at: 3).new)
            let delivery = try #require(try await scene.store.delivery(id))
            #expect(
                delivery
                    == Delivery(
                        id: id,
                        channel: Scene.channel,
                        state: .received,
                        receivedAt: scene.at(3),
                        request: scene.request("{}"),
                        key: "m1"
                    )
            )
            #expect(try await scene.events(id) == [.delivered])
            #expect(try await scene.store.delivery(Delivery.ID(rawValue: 99)) == nil)
        },
        ContractCase("the same key with the same bytes is known, however much later, and nothing is written") { scene in
            let first = try #require(try await scene.accept("a", .key("k")).new)
            #expect(try await scene.accept("a", .key("k"), at: 400 * 24 * 60) == .known(first))
            #expect(try await scene.events(first) == [.delivered])
        },
        ContractCase("the same key with other bytes is a new delivery that names the one it contradicts") { scene in
            let first = try #require(try await scene.accept("a", .key("k")).new)
            let second = try #require(try await scene.accept("b", .key("k")).contradicting)
            #expect(try await scene.store.delivery(second)?.contradicts == first)
            #expect(try await scene.events(first) == [.delivered, .contradicted])
            #expect(try await scene.events(second) == [.delivered, .contradicted])
            #expect(try await scene.accept("b", .key("k")) == .known(second))
            #expect(try await scene.accept("a", .key("k")) == .known(first))
            let third = try #require(try await scene.accept("c", .key("k")).contradicting)
            #expect(try await scene.store.delivery(third)?.contradicts == first)
        },
        ContractCase("the same bytes under another key are another delivery") { scene in
            let first = try #require(try await scene.accept("ok", .key("1")).new)
            let second = try #require(try await scene.accept("ok", .key("2")).new)
            #expect(first != second)
        },
        ContractCase("where only the bytes tell, the same bytes are known") { scene in
            let first = try #require(try await scene.accept("a").new)
            #expect(try await scene.accept("a") == .known(first))
            #expect(try await scene.accept("b").new != nil)
            let keyed = try #require(try await scene.accept("c", .key("k")).new)
            #expect(try await scene.accept("c") == .known(keyed))
        },
        ContractCase("a nonce that comes again with other bytes is forged, and nothing of it is kept") { scene in
            let first = try #require(try await scene.accept("a", .nonce("n")).new)
            #expect(try await scene.accept("b", .nonce("n")) == .forged)
            #expect(try await scene.accept("a", .nonce("n")) == .known(first))
            #expect(try await scene.store.deliveries(of: Scene.channel, in: nil, limit: 9).map(\.id) == [first])
            #expect(try await scene.events(first) == [.delivered])
        },
        ContractCase("channels have nothing to do with each other's keys, nonces and bytes") { scene in
            for identity in [DeliveryIdentity.bytes, .key("k"), .nonce("n")] {
                for channel in ["one", "two"].map(InboxName.init(_:)) {
                    let accepted = try await scene.accept("a \(identity)", identity, channel: channel)
                    #expect(accepted.new != nil)
                }
            }
        },
        ContractCase("keys that differ in case, after a NUL, or by how a letter is composed are different") { scene in
            for key in ["k", "K", "k\0a", "k\0b", "", "é", "e\u{301}"] {
                let accepted = try await scene.accept("a", .key(key))
                #expect(accepted.new != nil, "\(key)")
            }
        },
        ContractCase("deliveries of one group are told apart among themselves too") { scene in
            let group = [
                scene.new("a", .key("1")), scene.new("b"), scene.new("a", .key("1")), scene.new("b"),
                scene.new("c", .key("1")), scene.new("d", .nonce("n")), scene.new("e", .nonce("n")),
            ]
            let accepted = try await scene.store.accept(group, advancing: nil, at: scene.at(0))
            let first = try #require(accepted[0].new)
            let second = try #require(accepted[1].new)
            #expect(accepted[2...3] == [.known(first), .known(second)])
            #expect(accepted[4].contradicting != nil)
            #expect(accepted[5].new != nil)
            #expect(accepted[6] == .forged)
        },
        ContractCase("a channel's cursor moves with what was read, or alone") { scene in
            #expect(try await scene.store.channelCursor(of: Scene.channel) == nil)
            var cursor = ChannelCursor(inbox: Scene.channel)
            #expect(try await scene.store.accept([], advancing: cursor, at: scene.at(0)).isEmpty)
            #expect(try await scene.store.channelCursor(of: Scene.channel) == cursor)
            cursor = ChannelCursor(
                inbox: Scene.channel,
                source: "https://a.example",
                position: "17",
                etag: "W/\"a\"",
                lastModified: "Sun, 22 Nov"
            )
            _ = try await scene.store.accept([scene.new("a")], advancing: cursor, at: scene.at(1))
            #expect(try await scene.store.channelCursor(of: Scene.channel) == cursor)
            #expect(try await scene.store.channelCursor(of: InboxName("other")) == nil)
        },
        ContractCase("every byte value comes back, and an empty body") { scene in
            for body in [[], [UInt8](0...255)] {
                var new = scene.new("")
                new.request.body = body
                let id = try #require(try await scene.store.accept([new], advancing: nil, at: scene.at(0)).first?.new)
                #expect(try await scene.store.delivery(id)?.request == new.request)
            }
        },
    ]
}
