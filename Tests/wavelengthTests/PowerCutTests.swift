import Foundation
import TestSupport
import Testing

@Suite("A daemon that is killed again and again")
struct PowerCutTests {
    private static let backlog = 1_980
    private static let customers = 20
    private static let kills = 8

    @Test("during a back-fill of 2,000 messages and while replies leave: nothing is lost, doubled or sent twice")
    func killed() async throws {
        var seed = Seed.fromEnvironment("kill -9")
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let customers = try (0..<Self.customers).map { try office.newUser("c\($0)") }
        let letters = customers.map { letter(from: $0.address, to: support.address) }
        let rest = CustomerMail.make(count: Self.backlog, seed: seed.next(), to: support.address)
        try office.dovecot.mailbox(of: support.address).fill(letters + rest)
        let shop = try Shop(office, support)
        try await shop.open()
        for _ in 0..<Self.kills {
            let life = Duration.milliseconds(Int.random(in: 10...600, using: &seed))
            let approving = Task { await approveSome(shop.api, customers) }
            try await Task.sleep(for: life)
            let custody = try? await shop.api.custody()
            shop.kill()
            approving.cancel()
            await approving.value
            print("kill -9 with \(custody?["taken"].integer ?? 0) taken, \(custody?["answered"].integer ?? 0) approved")
            // One in two is cut off once more while it starts.
            if Bool.random(using: &seed) {
                try shop.launch()
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...200, using: &seed)))
                shop.kill()
            }
            try await shop.start()
        }
        try await shop.caughtUp(Self.backlog + Self.customers, within: .seconds(300))
        await approveSome(shop.api, customers)
        try await settle(shop, office, customers)
        try await expectCustody(shop)
        for customer in customers {
            let count = try office.dovecot.mailbox(of: customer.address).count()
            #expect(count == 1, "\(customer.address) holds \(count) answers")
        }
    }

    /// Approves what is there to approve, until the daemon is gone or nothing is left.
    private func approveSome(_ api: DeskAPI, _ customers: [MailUser]) async {
        let addresses = Set(customers.map(\.address))
        while !Task.isCancelled {
            guard let drafts = try? await api.drafts() else { return }
            let ours = drafts.filter {
                addresses.contains($0["recipients"]["to"].items.first?["address"].text ?? "")
            }
            guard !ours.isEmpty else { return }
            for draft in ours.prefix(3) where !Task.isCancelled {
                guard let ready = try? await api.fill(draft) else { continue }
                _ = try? await api.approve(ready)
            }
        }
    }

    /// Says of every uncertain mail what is true, as a person would who looked, and waits until all have left.
    private func settle(_ shop: Shop, _ office: PostOffice, _ customers: [MailUser]) async throws {
        let api = shop.api
        try await eventually("every reply is sent") {
            for mail in try await api.outgoing("uncertain") {
                let recipient = mail["recipients"].items.first?.text ?? ""
                let isThere = try await office.isDelivered(to: recipient)
                print("kill -9 left mail \(DeskAPI.id(mail)) uncertain; delivered: \(isThere)")
                try await api.call(
                    "POST",
                    "/outgoing/\(DeskAPI.id(mail))/resolve",
                    .object(["delivered": .bool(isThere)])
                )
            }
            return try await api.outgoing("sent").count == customers.count
        }
        for customer in customers { _ = try await office.mail(of: customer) }
    }

    private func expectCustody(_ shop: Shop) async throws {
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == Self.backlog + Self.customers)
        #expect(proof["missing"].integer == 0)
        #expect(proof["duplicated"].integer == 0)
        #expect(proof["answered"].integer == Self.customers)
        // One that was being read at three of the kills is taken for the cause of them.
        #expect(proof["parked"].integer ?? .max <= 1)
        #expect(proof["oldestUnowned"] == .null)
    }
}
