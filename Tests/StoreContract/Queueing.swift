import Model
import Storage
import Testing

extension ContractCase {
    static let queueing: [ContractCase] = [
        ContractCase("the queue has one entry a conversation: its newest open message, with the pending draft") {
            scene in
            try await scene.receive(1)
            let second = try await scene.receive(2, at: 1)
            let queue = try await scene.store.queue(limit: 9, offset: 0)
            #expect(queue.map(\.message.id) == [second.message])
            #expect(queue.map(\.conversation.id) == [second.conversation])
            #expect(queue.map(\.draft?.id) == [second.draft])
            #expect(try await scene.store.queueLength() == 1)
        },
        ContractCase("who waited longest comes first, and writing again costs nobody their place") { scene in
            let a = try await scene.receive(1, .from("a@x"))
            let b = try await scene.receive(2, .from("b@x"), at: 1)
            try await scene.receive(3, .from("a@x"), at: 2)
            let c = try await scene.receive(4, .from("c@x"), at: 3)
            let order = try await scene.store.queue(limit: 9, offset: 0).map(\.conversation.id)
            #expect(order == [a, b, c].map(\.conversation))
            let page = try await scene.store.queue(limit: 1, offset: 1).map(\.conversation.id)
            #expect(page == [b.conversation])
        },
        ContractCase("an entry has no draft where nothing was drafted, and answered mail has no entry") { scene in
            try await scene.receive(1, .with { $0.draft = nil })
            #expect(try await scene.store.queue(limit: 9, offset: 0).map(\.draft) == [nil])
            let other = try await scene.receive(2, .from("b@x"))
            _ = try await scene.approve(try #require(other.draft)).value()
            #expect(try await scene.store.queueLength() == 1)
        },
    ]
}
