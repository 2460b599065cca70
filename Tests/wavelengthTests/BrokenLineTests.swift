import Foundation
import TestSupport
import Testing

@Suite("Connections that are cut at any octet")
struct BrokenLineTests {
    @Test("between the daemon and its mailbox: every mail is taken once")
    func imap() async throws {
        var seed = Seed.fromEnvironment("cuts of IMAP")
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let count = 120
        let mail = CustomerMail.make(count: count, seed: seed.next(), to: support.address)
        try office.dovecot.mailbox(of: support.address).fill(mail)
        let proxy = try FaultProxy(to: office.dovecot.ports.imaps)
        // The first few within the handshake and the login, the others anywhere in the mail.
        let reach = [4_000, 8_000, 40_000, 120_000, 250_000]
        proxy.plan(
            reach.map { reach in
                let way = Bool.random(using: &seed) || reach > 8_000 ? FaultProxy.Direction.toClient : .toServer
                return .cut(after: Int.random(in: 1...(way == .toClient ? reach : 1_500), using: &seed), way)
            }
        )
        let shop = try Shop(office, support, imap: proxy.port)
        try await shop.open()
        try await shop.caughtUp(count)
        for _ in 0..<3 {
            proxy.cutAll()
            let sender = "c\(seed.next())@customer.test"
            try office.dovecot.deliver(letter(from: sender, to: support.address), to: support.address)
            _ = try await shop.api.draft(answering: sender)
        }
        #expect(proxy.traffic.connections >= 4)
        shop.kill()
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == count + 3)
        #expect(proof["missing"].integer == 0)
        #expect(proof["duplicated"].integer == 0)
    }

    @Test("between the daemon and its relay: no reply arrives twice, and what nobody knows is left to a person")
    func smtp() async throws {
        var seed = Seed.fromEnvironment("cuts of SMTP")
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let customers = try (0..<12).map { try office.newUser("c\($0)") }
        let proxy = try FaultProxy(to: office.exim.ports.submissions)
        let shop = try Shop(office, support, submissions: proxy.port)
        try office.dovecot.mailbox(of: support.address)
            .fill(customers.map { letter(from: $0.address, to: support.address) })
        try await shop.open()
        try await shop.caughtUp(customers.count)
        // The first goes through whole, and tells how many octets that takes.
        try await approve(customers.prefix(1), shop.api)
        try await eventually("one is sent") { try await shop.api.outgoing("sent").count == 1 }
        let traffic = proxy.traffic
        proxy.plan((0..<8).map { _ in Self.cut(traffic, &seed) })
        proxy.cutAll()
        try await approve(customers.dropFirst(), shop.api)
        try await tried(shop.api, customers.count)
        proxy.plan([])
        try await settle(shop, office)
        // The first retry comes after half a minute.
        try await eventually("all are sent\n\(shop.log.suffix(4_000))") {
            try await shop.api.outgoing("sent").count == customers.count
        }
        for customer in customers {
            let mail = try await office.mail(of: customer)
            #expect(mail.count == 1, "\(customer.address) holds \(mail.count) answers")
        }
    }

    @Test("the line to the relay dies when the last octet has gone: the mail is uncertain, and sent again by nobody")
    func afterTheDot() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let customer = try office.newUser("mara")
        let proxy = try FaultProxy(to: office.exim.ports.submissions)
        let shop = try Shop(office, support, submissions: proxy.port)
        try await shop.open()
        try office.send(
            letter(from: customer.address, to: support.address),
            from: customer.address,
            to: [support.address]
        )
        let draft = try await shop.api.fill(shop.api.draft(answering: customer.address))
        // The handshake, the greeting and the answers before the dot are under 5,000 octets; the reply is over 1,000.
        #expect(try await shop.api.approve(draft).status == 201)
        try await eventually("the reply is sent") {
            try await shop.api.outgoing("sent").count == 1
        }
        let whole = proxy.traffic.bytesToClient
        try office.send(
            letter(from: customer.address, to: support.address),
            from: customer.address,
            to: [support.address]
        )
        let next = try await shop.api.fill(shop.api.draft(answering: customer.address))
        proxy.cutAll()
        // An octet short of the answer to the dot and all that came before it.
        proxy.plan([.cut(after: whole - 40, .toClient)])
        #expect(try await shop.api.approve(next).status == 201)
        let mail = try await eventually("an uncertain mail\n\(shop.log.suffix(3_000))") {
            try await shop.api.outgoing("uncertain").first
        }
        let resolved = try await shop.api.call(
            "POST",
            "/outgoing/\(DeskAPI.id(mail))/resolve",
            .object(["delivered": .bool(true)])
        )
        #expect(resolved.status == 200)
        #expect(try await shop.api.outgoing("sent").count == 2)
    }

    /// Anywhere in a whole delivery, every other one near its end, where the final dot and the answer to it are.
    private static func cut(_ whole: FaultProxy.Traffic, _ seed: inout Seed) -> FaultProxy.Fault {
        let way = FaultProxy.Direction.allCases.randomElement(using: &seed) ?? .toServer
        let all = way == .toServer ? whole.bytesToServer : whole.bytesToClient
        let first = Bool.random(using: &seed) ? 1 : max(all - 150, 1)
        return .cut(after: Int.random(in: first...all, using: &seed), way)
    }

    private func approve(_ customers: ArraySlice<MailUser>, _ api: DeskAPI) async throws {
        for customer in customers {
            let draft = try await api.fill(api.draft(answering: customer.address))
            #expect(try await api.approve(draft).status == 201)
        }
    }

    /// Waits until each mail was tried once, and none is on its way.
    private func tried(_ api: DeskAPI, _ count: Int) async throws {
        try await eventually("every reply was tried") {
            let waiting = try await api.outgoing("waiting").filter { $0["attempts"].integer ?? 0 > 0 }
            return try await api.outgoing("sent").count + waiting.count + api.outgoing("uncertain").count == count
        }
    }

    /// Says of every uncertain mail what is true.
    private func settle(_ shop: Shop, _ office: PostOffice) async throws {
        let uncertain = try await shop.api.outgoing("uncertain")
        let waiting = try await shop.api.outgoing("waiting")
        print("cuts of SMTP: \(uncertain.count) mails uncertain, \(waiting.count) to be tried again")
        for mail in uncertain {
            let isThere = try await office.isDelivered(to: mail["recipients"].items.first?.text ?? "")
            let body = JSON.object(["delivered": .bool(isThere)])
            try await shop.api.call("POST", "/outgoing/\(DeskAPI.id(mail))/resolve", body)
        }
    }
}
