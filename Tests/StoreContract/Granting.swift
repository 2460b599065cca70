import Model
import Storage
import Testing

extension ContractCase {
    static let granting: [ContractCase] = [
        ContractCase("a grant is taken from each of its accounts, and the ledger adds up to zero") { scene in
            let grant = scene.grant(500, from: ["agent": 2_000, "customer": 600])
            let (filed, _) = try await scene.released(1, Commitments(grants: [grant, scene.grant(100, from: [:])]))
            let taken = try await scene.store.goodwillTaken(from: ["agent", "customer", "none"], currency: "EUR")
            #expect(taken == ["agent": 500, "customer": 500, "none": 0])
            #expect(try await scene.store.goodwillTaken(from: ["agent"], currency: "USD") == ["agent": 0])
            #expect(try await scene.store.goodwillSums() == ["EUR": 0])
            let details = try await scene.details(.goodwill, filed.conversation)
            #expect(details == ["draft 1: voucher, 5.00 EUR", "draft 1: voucher, 1.00 EUR"])
        },
        ContractCase("over a cap nothing happens, and the sentence names the cap and what is left") { scene in
            _ = try await scene.released(1, Commitments(grants: [scene.grant(500, from: ["agent": 800])]))
            let filed = try await scene.receive(2, .from("b@x"), at: 20)
            let commitments = Commitments(
                promises: [scene.promise(due: 100)],
                limits: ["no_sunday"],
                grants: [scene.grant(100, from: ["customer": 900]), scene.grant(301, from: ["agent": 800])]
            )
            let refused = try await scene.approve(try #require(filed.draft), at: 20, commitments)
            let sentence = "3.01 EUR do not fit into agent: 3.00 EUR of 8.00 EUR are left."
            #expect(refused.refusals == [.overBudget(sentence)])
            #expect(try await scene.taken(from: "agent") == 500)
            #expect(try await scene.taken(from: "customer") == 0)
            #expect(try await scene.store.promises(in: filed.conversation).isEmpty)
            #expect(try await scene.store.toldOfLimit("no_sunday").isEmpty)
            #expect(try await scene.store.outgoing(in: .waiting, limit: 9).count == 1)
            #expect(try await scene.draft(of: filed).state == .pending)
            #expect(try await scene.state(filed.message) == .open)
            #expect(try await scene.events(filed.message).last == .refused)
        },
        ContractCase("an account can be emptied, and two grants of one reply count together") { scene in
            let half = scene.grant(400, from: ["agent": 800])
            let filed = try await scene.receive(1)
            let draft = try #require(filed.draft)
            #expect(try await !scene.approve(draft, Commitments(grants: [half, half, half])).refusals.isEmpty)
            _ = try await scene.approve(draft, Commitments(grants: [half, half])).value()
            #expect(try await scene.taken(from: "agent") == 800)
        },
        ContractCase("a changed limit counts from the next grant on, but never below what was taken") { scene in
            let plan: [(Int, Int, Bool)] = [(500, 800, true), (400, 800, false), (400, 900, true), (1, 300, false)]
            for (item, step) in plan.enumerated() {
                let filed = try await scene.receive(item + 1, .from("\(item)@x"))
                let grants = Commitments(grants: [scene.grant(step.0, from: ["agent": step.1])])
                let decision = try await scene.approve(try #require(filed.draft), grants)
                #expect(decision.refusals.isEmpty == step.2)
            }
            #expect(try await scene.taken(from: "agent") == 900)
            _ = try await scene.released(9, .from("z@x"), Commitments(grants: [scene.grant(0, from: ["agent": 300])]))
            let filed = try await scene.receive(10, .from("y@x"))
            let more = Commitments(grants: [scene.grant(100, from: ["agent": 1_000])])
            _ = try await scene.approve(try #require(filed.draft), more).value()
            #expect(try await scene.taken(from: "agent") == 1_000)
            #expect(try await scene.store.goodwillSums() == ["EUR": 0])
        },
        ContractCase("what is taken back or refused is given back once, and can be given again") { scene in
            let grants = Commitments(grants: [scene.grant(500, from: ["agent": 800, "customer": 500])])
            let (filed, mail) = try await scene.released(1, grants)
            let draft = try await scene.store.undo(mail, by: "ann", at: scene.at(10)).value()
            #expect(try await scene.taken(from: "agent") == 0)
            #expect(try await scene.store.undo(mail, by: "ann", at: scene.at(11)).refusals.count == 1)
            let second = try await scene.approve(draft, at: 12, grants).value()
            #expect(try await scene.taken(from: "customer") == 500)
            try await scene.fail(second, at: 20)
            #expect(try await scene.taken(from: "agent") == 0)
            #expect(try await scene.taken(from: "customer") == 0)
            #expect(try await scene.store.goodwillSums() == ["EUR": 0])
            #expect(try await scene.details(.goodwill, filed.conversation).count == 4)
        },
        ContractCase("uncertain mail keeps its grants, whichever way it is settled") { scene in
            for delivered in [true, false] {
                let account = "agent/\(delivered)"
                let (_, mail) = try await scene.released(
                    delivered ? 1 : 2,
                    .from("\(delivered)@x"),
                    Commitments(grants: [scene.grant(500, from: [account: 800])])
                )
                _ = try await scene.store.claimDue(limit: 9, at: scene.at(20))
                try await scene.store.markHandingOver(mail, at: scene.at(20))
                try await scene.store.markUncertain(mail, answer: "lost", at: scene.at(21))
                _ = try await scene.store.resolve(mail, delivered: delivered, by: "ann", at: scene.at(22)).value()
                #expect(try await scene.taken(from: account) == 500)
            }
        },
        ContractCase("limits that are no limits can be added up, and each currency has its own accounts") { scene in
            for item in 1...20 {
                let account = "agent/\(item)"
                let grants = [scene.grant(500, from: [account: .max, "all": .max / 4])]
                _ = try await scene.released(item, .from("\(item)@x"), Commitments(grants: grants))
            }
            #expect(try await scene.taken(from: "all") == 10_000)
            var dollars = scene.grant(500, from: ["all": 500])
            dollars.value.currency = "USD"
            _ = try await scene.released(99, .from("z@x"), Commitments(grants: [dollars]))
            #expect(try await scene.taken(from: "all") == 10_000)
            #expect(try await scene.store.goodwillSums() == ["EUR": 0, "USD": 0])
        },
        ContractCase("a grant that is none cannot be entered") { scene in
            let draft = try #require(try await scene.receive(1).draft)
            let wrong = [
                scene.grant(-1, from: [:]), scene.grant(.max, from: [:]), scene.grant(1, from: ["a": -1]),
                scene.grant(1, from: ["a": 5, "a": 5]), scene.grant(1, from: ["budget": 5]),
            ]
            for grant in wrong {
                let error = try await storeError { try await scene.approve(draft, Commitments(grants: [grant])) }
                #expect(error.isIllegal)
            }
            #expect(try await scene.store.outgoing(in: .waiting, limit: 9).isEmpty)
        },
    ]
}
