import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("Merging customers at the desk")
struct DeskIdentityTests {
    /// Of the pending draft for each.
    private func versions(_ messages: [Message], _ help: HelpDesk) async throws -> [Int?] {
        var versions: [Int?] = []
        for message in messages {
            versions.append(try await help.record(of: message).drafts.first { $0.state == .pending }?.version)
        }
        return versions
    }

    @Test("a merge and its undoing draft anew for what waits of either, in every conversation")
    func draftsAnew() async throws {
        let help = try HelpDesk()
        let first = try await help.receive()
        let other = Letter(
            from: "M. Osei <mo@work.example>",
            subject: "The lamp",
            text: "Can I send the lamp from order 4800 back?\r\n",
            messageID: "2@work.example",
            returnPath: "<mo@work.example>"
        )
        let second = try await help.receive(other.octets)
        let place = try await help.record(of: first).conversation.id
        #expect(try await help.record(of: second).conversation.id != place)
        #expect(try await versions([first, second], help) == [1, 1])
        let elsewhere = CustomerReference.address("mo@work.example")
        try await help.desk().merge(place, with: elsewhere, by: "anna")
        #expect(try await versions([first, second], help) == [2, 2])
        try await help.desk().separate("mo@work.example", in: place, by: "anna")
        #expect(try await versions([first, second], help) == [3, 3])
    }
}
