import Testing

@testable import TestSupport

@Suite("PostOffice")
struct PostOfficeTests {
    @Test("a customer's mail goes in by SMTP and arrives with nothing but trace headers added")
    func arrives() async throws {
        let office = try await PostOffice.shared()
        let shop = try office.newUser("help", at: "shop.test")
        let message =
            "From: a@customer.test\r\nX-Odd:  two  blanks\r\nSubject: =?utf-8?q?L=C3=A4mp?=\r\n\r\n..dots\r\n.\r\n"
        try office.send(Array(message.utf8), from: "a@customer.test", to: [shop.address])
        let arrived = String(decoding: try await office.mail(of: shop)[0], as: UTF8.self)
        #expect(arrived.hasSuffix("\r\n" + message))
        let added = arrived.dropLast(message.count).split(separator: "\r\n").filter { $0.first?.isWhitespace == false }
        #expect(Set(added.map { $0.prefix { $0 != ":" } }) == ["Return-Path", "Delivered-To", "Received"])
    }

    @Test("a user submits with TLS and a password, and the customer gets it")
    func submission() async throws {
        let office = try await PostOffice.shared()
        let (shop, customer) = (try office.newUser("help", at: "shop.test"), try office.newUser("anna"))
        let client = try SMTPClient(
            port: office.exim.ports.submissions,
            certificates: office.exim.certificates,
            user: shop
        )
        try client.send(Array("Subject: reply\r\n\r\nHello\r\n".utf8), from: shop.address, to: [customer.address])
        #expect(String(decoding: try await office.mail(of: customer)[0], as: UTF8.self).contains("Subject: reply"))
    }

    @Test("a wrong password is refused")
    func wrongPassword() async throws {
        let office = try await PostOffice.shared()
        let shop = MailUser(try office.newUser("help").address, password: "wrong")
        let error = #expect(throws: TestSupportError.self) {
            try SMTPClient(port: office.exim.ports.submissions, certificates: office.exim.certificates, user: shop)
        }
        #expect(error?.description.contains("535") == true)
    }

    @Test("the submission port offers STARTTLS, no login before it, and takes nothing without a login")
    func submissionNeedsLogin() async throws {
        let office = try await PostOffice.shared()
        let client = try SMTPClient(port: office.exim.ports.submission)
        let offers = try client.command("EHLO client.test").lines
        #expect(offers.contains("STARTTLS"))
        #expect(!offers.contains { $0.hasPrefix("AUTH") })
        let error = #expect(throws: TestSupportError.self) {
            try client.send([], from: "a@shop.test", to: ["b@customer.test"])
        }
        #expect(error?.description.contains("Authentication required") == true)
    }

    @Test(
        "a local part says how its mail is refused",
        arguments: [
            ("temperror", "RCPT", "451"), ("permerror", "RCPT", "550"),
            ("datatemperror", "final dot", "451"), ("datapermerror", "final dot", "550"),
        ]
    )
    func refused(localPart: String, stage: String, code: String) async throws {
        let office = try await PostOffice.shared()
        let error = #expect(throws: TestSupportError.self) {
            try office.send(Array("Subject: x\r\n\r\n".utf8), from: "a@shop.test", to: ["\(localPart)@customer.test"])
        }
        #expect(error?.description.contains(stage) == true)
        #expect(error?.description.contains(code) == true)
    }

    @Test("an address nobody has comes back as a delivery status notification")
    func bounce() async throws {
        let office = try await PostOffice.shared()
        let shop = try office.newUser("help", at: "shop.test")
        try office.send(Array("Subject: lost\r\n\r\n".utf8), from: shop.address, to: ["nobody-here@customer.test"])
        let bounce = String(decoding: try await office.mail(of: shop)[0], as: UTF8.self)
        #expect(bounce.contains("Return-Path: <>\r\n"))
        #expect(bounce.contains("Content-Type: multipart/report; report-type=delivery-status"))
        #expect(bounce.contains("Action: failed\r\nFinal-Recipient: rfc822;nobody-here@customer.test\r\n"))
    }

    @Test("mail taken while the mailboxes are down arrives when they are back")
    func queued() async throws {
        let anna = MailUser("anna@customer.test")
        let office = try await PostOffice.start(users: [anna])
        office.dovecot.stop()
        try office.send(Array("Subject: patience\r\n\r\n".utf8), from: "a@shop.test", to: [anna.address])
        #expect(!office.exim.queue.isEmpty)
        try await office.dovecot.start()
        let arrived = try await office.mail(of: anna)
        #expect(String(decoding: arrived[0], as: UTF8.self).contains("Subject: patience"))
        #expect(try await office.isDelivered(to: anna.address))
        #expect(office.exim.queue.isEmpty)
    }

    @Test("mail sent by many connections side by side all arrives")
    func sideBySide() async throws {
        let office = try await PostOffice.shared()
        let shop = try office.newUser("help", at: "shop.test")
        let clients = try (0..<20).map { _ in try SMTPClient(port: office.exim.ports.smtp) }
        for client in clients {
            try client.send(Array("Subject: x\r\n\r\n".utf8), from: "a@b.test", to: [shop.address])
        }
        #expect(try await office.mail(of: shop, count: 20).count == 20)
    }
}
