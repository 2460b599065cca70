import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let acknowledging: [ContractCase] = [
        ContractCase("an acknowledgement is queued and counted, and leaves the thread head as it was") { scene in
            let filed = try await scene.receive(1)
            let id = try #require(try await scene.acknowledge(filed.message))
            let mail = try #require(try await scene.store.outgoingMail(id))
            #expect(mail.kind == .acknowledgement)
            #expect(mail.state == .waiting)
            #expect(mail.draft == nil)
            #expect(mail.approvedBy == nil)
            #expect(try await scene.events(filed.message).last == .acknowledged)
            let head = ThreadHead(lastMessage: filed.message)
            #expect(try await scene.store.threadHead(of: filed.conversation) == head)
            #expect(try await scene.state(filed.message) == .open)
        },
        ContractCase("the same notice to the same address waits for its window (N7)") { scene in
            let first = try await scene.receive(1, .from("a@x"))
            let second = try await scene.receive(
                2,
                .with {
                    $0.person = "a@x"
                    $0.subjectKey = "other"
                }
            )
            #expect(try await scene.acknowledge(first.message) != nil)
            #expect(try await scene.acknowledge(second.message, at: 7 * 24 * 60 - 1) == nil)
            #expect(try await scene.events(second.message).last == .withheld)
            #expect(try await scene.acknowledge(second.message, at: 7 * 24 * 60) != nil)
        },
        ContractCase("a conversation is acknowledged once") { scene in
            let filed = try await scene.receive(1)
            #expect(try await scene.acknowledge(filed.message, address: "a@x") != nil)
            #expect(try await scene.acknowledge(filed.message, address: "b@x", at: 999_999) == nil)
        },
        ContractCase("an address, a domain and a minute have their limits (N17)") { scene in
            let limits = AutomaticMailLimits(handleWindow: 1, perAddressPerDay: 2, perDomainPerHour: 3, perMinute: 4)
            var outcomes: [Bool] = []
            let plan: [(String, Double)] = [
                ("a@x", 0), ("a@x", 1), ("a@x", 2), ("b@x", 3), ("c@x", 4), ("c@x", 64.5), ("d@y", 65), ("e@z", 65.1),
                ("f@w", 65.2), ("g@v", 65.3), ("h@u", 65.4), ("i@t", 66.5),
            ]
            for (item, step) in plan.enumerated() {
                let filed = try await scene.receive(item + 1, .from("\(item)@c"))
                let mail = try await scene.acknowledge(filed.message, address: step.0, at: step.1, limits)
                outcomes.append(mail != nil)
            }
            #expect(outcomes == [true, true, false, true, false, true, true, true, true, false, false, true])
        },
        ContractCase("the same text goes to an address once an hour, and to others at once (N17)") { scene in
            let limits = AutomaticMailLimits(handleWindow: 1)
            let plan: [(String, Double, Bool)] = [
                ("a@x", 0, true), ("a@x", 59, false), ("b@x", 59, true), ("a@x", 60, true),
            ]
            for (item, step) in plan.enumerated() {
                let filed = try await scene.receive(item + 1, .from("\(item)@c"))
                let mail = try await scene.acknowledge(
                    filed.message,
                    address: step.0,
                    at: step.1,
                    body: "same",
                    limits
                )
                #expect((mail != nil) == step.2)
            }
        },
        ContractCase("a message that was not read cannot be acknowledged") { scene in
            let ids = try await scene.take(1)
            #expect(try await storeError { try await scene.acknowledge(ids[0]) }.isIllegal)
        },
        ContractCase("an acknowledgement that is refused for good opens nothing and fails alone") { scene in
            let filed = try await scene.receive(1)
            let id = try #require(try await scene.acknowledge(filed.message))
            _ = try await scene.store.claimDue(limit: 1, at: scene.at(20))
            try await scene.store.markFailed(id, answer: "550", at: scene.at(20))
            #expect(try await scene.store.outgoingMail(id)?.state == .failed)
            #expect(try await scene.draft(of: filed).version == 1)
        },
    ]
}

extension Scene {
    fileprivate func acknowledge(
        _ message: Message.ID,
        address: String = "cid@example.org",
        at minutes: Double = 0,
        body: String? = nil,
        _ limits: AutomaticMailLimits = AutomaticMailLimits()
    ) async throws -> OutgoingMail.ID? {
        var mail = reply("ack-\(message)-\(minutes)@us", at: minutes)
        mail.kind = .acknowledgement
        let domain = String(address.split(separator: "@").last ?? "")
        let entry = AutomaticMailEntry(
            handle: "notice",
            address: address,
            domain: domain,
            body: body ?? "digest of \(message)",
            at: at(minutes)
        )
        switch try await store.acknowledge(message, mail: mail, entry: entry, limits: limits) {
        case .queued(let id): return id
        case .withheld(let rule, let evidence):
            #expect(["N7", "N17"].contains(rule))
            #expect(!evidence.isEmpty)
            return nil
        }
    }
}
