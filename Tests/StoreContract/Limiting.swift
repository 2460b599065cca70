import Model
import Storage
import Testing

extension ContractCase {
    static let limiting: [ContractCase] = [
        ContractCase("a limit ends once: where its file says so, or names it no more") { scene in
            let plan: [(inForce: [String], ended: [String], new: [String])] = [
                (["a", "b", "c"], [], []), (["b", "c"], ["a"], ["a"]), (["b", "c"], ["a"], []), (["c"], [], ["b"]),
                (["a", "c"], [], []), ([], ["c", "new", "c"], ["c", "new", "a"]), ([], ["a", "b", "c", "new"], []),
                (["a"], ["a"], []),
            ]
            for step in plan {
                let new = try await scene.store.noteLimits(
                    inForce: step.inForce.map { scene.limit($0) },
                    ended: step.ended.map { scene.limit($0) },
                    at: scene.at(1)
                )
                #expect(new == step.new)
            }
        },
        ContractCase("conversations that were told of a limit come oldest first, until its end is drafted for") {
            scene in
            let told = Commitments(limits: ["no_sunday", "no_sunday", "stock"])
            let (a, _) = try await scene.released(1, .from("a@x"), told)
            let (b, undone) = try await scene.released(2, .from("b@x"), told)
            let (c, _) = try await scene.released(3, .from("c@x"), told)
            try await scene.followedUp(a, at: 20, told)
            #expect(try await scene.store.toldOfLimit("stock") == [a, b, c].map(\.conversation))
            _ = try await scene.store.undo(undone, by: "ann", at: scene.at(21)).value()
            #expect(try await scene.store.toldOfLimit("stock") == [a, c].map(\.conversation))
            _ = try await scene.queue(.limitEnded("stock"), in: a.conversation, at: 22).value()
            #expect(try await scene.store.toldOfLimit("stock") == [c.conversation])
            #expect(try await scene.store.toldOfLimit("no_sunday") == [a, c].map(\.conversation))
            #expect(try await scene.store.toldOfLimit("none").isEmpty)
        },
        ContractCase("a limit that ended keeps its last words until everybody who was told of it hears of its end") {
            scene in
            let (old, new) = (scene.limit("stock"), scene.limit("stock", what: "send the big one"))
            let store = scene.store
            _ = try await store.noteLimits(inForce: [old, scene.limit("other")], ended: [], at: scene.at(1))
            let (a, _) = try await scene.released(1, .from("a@x"), Commitments(limits: ["stock"]))
            let (b, _) = try await scene.released(2, .from("b@x"), Commitments(limits: ["stock"]))
            _ = try await store.noteLimits(inForce: [new], ended: [], at: scene.at(20))
            #expect(try await store.untoldEndings().isEmpty)
            #expect(try await store.noteLimits(inForce: [], ended: [], at: scene.at(21)) == ["stock"])
            #expect(try await store.untoldEndings() == [new])
            let news = try await scene.queue(.limitEnded("stock"), in: a.conversation, at: 22).value()
            _ = try await scene.approve(news.id, at: 22).value()
            #expect(try await store.untoldEndings() == [new])
            _ = try await store.noteLimits(inForce: [], ended: [old], at: scene.at(23))
            #expect(try await store.untoldEndings() == [old])
            _ = try await scene.queue(.limitEnded("stock"), in: b.conversation, at: 24).value()
            #expect(try await store.untoldEndings().isEmpty)
            _ = try await scene.followedUp(a, at: 30, Commitments(limits: ["stock"]))
            #expect(try await store.untoldEndings() == [old])
            _ = try await store.noteLimits(inForce: [new], ended: [], at: scene.at(31))
            #expect(try await store.untoldEndings().isEmpty)
        },
        ContractCase("news of an end that was none is superseded, and the end told when it comes") { scene in
            let (stock, store) = (scene.limit("stock"), scene.store)
            let (filed, _) = try await scene.released(1, Commitments(limits: ["stock"]))
            let (other, _) = try await scene.released(2, .from("b@x"), Commitments(limits: ["other"]))
            _ = try await store.noteLimits(inForce: [], ended: [stock, scene.limit("other")], at: scene.at(20))
            let news = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 21).value()
            let rest = try await scene.queue(.limitEnded("other"), in: other.conversation, at: 21).value()
            _ = try await store.noteLimits(inForce: [stock], ended: [scene.limit("other")], at: scene.at(22))
            #expect(try await store.draft(news.id)?.state == .superseded)
            #expect(try await store.draft(rest.id)?.state == .pending)
            #expect(try await store.untoldEndings().isEmpty)
            #expect(try await store.noteLimits(inForce: [], ended: [stock], at: scene.at(23)) == ["stock"])
            #expect(try await store.untoldEndings() == [stock])
            #expect(try await store.toldOfLimit("stock") == [filed.conversation])
        },
        ContractCase("a superseded draft leaves the end of the limit to be told; a rejected one does not") { scene in
            let (filed, _) = try await scene.released(1, Commitments(limits: ["stock"]))
            _ = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 20).value()
            let next = try await scene.receive(2, at: 21)
            #expect(try await scene.store.toldOfLimit("stock") == [filed.conversation])
            _ = try await scene.approve(try #require(next.draft), at: 22).value()
            let again = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 23).value()
            _ = try await scene.store.reject(
                again.id,
                version: 1,
                reason: "",
                closing: false,
                by: "ann",
                at: scene.at(24)
            )
            #expect(try await scene.store.toldOfLimit("stock").isEmpty)
            #expect(try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 25).refusals.count == 1)
        },
        ContractCase("who is told of a limit again hears of its end again") { scene in
            let (filed, _) = try await scene.released(1, Commitments(limits: ["stock"]))
            let first = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 20).value()
            _ = try await scene.approve(first.id, at: 21).value()
            let again = try await scene.followedUp(filed, at: 30, Commitments(limits: ["stock"]))
            #expect(try await scene.store.toldOfLimit("stock") == [filed.conversation])
            let second = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 31).value()
            _ = try await scene.approve(second.id, at: 32).value()
            #expect(try await scene.store.toldOfLimit("stock").isEmpty)
            _ = try await scene.store.undo(again, by: "ann", at: scene.at(33)).value()
            #expect(try await scene.store.toldOfLimit("stock").isEmpty)
        },
    ]
}
