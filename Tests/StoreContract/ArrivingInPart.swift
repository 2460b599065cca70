import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    /// Each reply has three parts.
    static let arrivingInPart: [ContractCase] = [
        ContractCase("of a reply that fails after parts of it arrived, the rest comes back; what it promised stands") {
            scene in
            let commitments = Commitments(
                promises: [scene.promise(due: 100)],
                limits: ["stock"],
                grants: [scene.grant(300, from: ["agent/ann": 1_000])]
            )
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2, commitments)
            try await scene.fail(mail, parts: 2, at: 3)
            #expect(try await scene.state(mail) == .failed)
            #expect(try await scene.state(first.message) == .open)
            #expect(try await scene.promised(in: first).state == .open)
            #expect(try await scene.taken(from: "agent/ann") == 300)
            #expect(try await scene.store.toldOfLimit("stock") == [first.conversation])
            let draft = try await scene.draft(of: first)
            #expect((draft.state, draft.version, draft.note) == (.pending, 2, "403"))
            #expect(draft.body.text == "Three.")
            #expect(draft.body.slots.isEmpty && draft.body.limits.isEmpty)
            #expect(draft.body.promise == DraftPromise.none)
        },
        ContractCase("where the customer wrote again, the newer draft says that only the rest did not arrive") {
            scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            try await scene.putOff(mail, parts: 1, at: 3)
            let second = try await scene.hear("2", at: 3.5)
            try await scene.fail(mail, parts: 0, at: 5)
            let old = try await scene.draft(of: first)
            #expect((old.state, old.body.text) == (.superseded, "Two.\n\nThree."))
            let pending = try await scene.draft(of: second)
            #expect(pending.state == .pending)
            #expect(pending.note == "The rest of draft \(old.id) did not reach the customer: 403")
        },
        ContractCase("of a reply that fails though all of it arrived nothing comes back") { scene in
            let first = try await scene.hear("1", at: 1)
            let commitments = Commitments(promises: [scene.promise(due: 100)])
            let mail = try await scene.answerInChat(first, at: 2, commitments)
            try await scene.fail(mail, parts: 3, at: 3)
            #expect(try await scene.state(mail) == .failed)
            #expect(try await scene.state(first.message) == .answered)
            #expect(try await scene.draft(of: first).state == .sent)
            #expect(try await scene.promised(in: first).state == .open)
            #expect(try await scene.store.queueLength() == 0)
        },
        ContractCase("of a reply that fails before any of it arrived all comes back") { scene in
            let first = try await scene.hear("1", at: 1)
            let commitments = Commitments(promises: [scene.promise(due: 100)])
            let mail = try await scene.answerInChat(first, at: 2, commitments)
            try await scene.fail(mail, parts: 0, at: 3)
            #expect(try await scene.promised(in: first).state == .withdrawn)
            #expect(try await scene.draft(of: first).body.text == "Hello.")
        },
    ]
}

extension Scene {
    /// Refuses a reply in a chat for good behind so many of its parts.
    fileprivate func fail(_ mail: OutgoingMail.ID, parts: Int, at minutes: Double) async throws {
        try await tryChat(mail, parts: parts, at: minutes) { store, mail in
            try await store.markFailed(mail, answer: "403", at: at(minutes))
        }
    }
}
