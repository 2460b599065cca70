import Model
import Storage
import Testing

extension RandomWalk {
    /// A delivery with one message, under a number that an earlier one may have had; some messages come again.
    mutating func unpackDelivery() async throws {
        let key = Int.random(in: 1...20, using: &random)
        let accepted = try await scene.accept("delivery \(minute)", .key("\(key)"), at: minute)
        let id = try #require(accepted.new ?? accepted.contradicting)
        #expect(try await scene.store.custody().waitingDeliveries == 1)
        let number = chats > 0 && Bool.random(using: &random) ? Int.random(in: 1...chats, using: &random) : chats + 1
        let taken = try await scene.unpack(id, scene.chat("\(number)"), at: minute)
        #expect(taken.map(\.isNew) == [number > chats])
        chats = max(chats, number)
        for entry in taken where entry.isNew { messages[entry.message] = .stored }
    }
}
