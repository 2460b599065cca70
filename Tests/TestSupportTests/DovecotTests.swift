import Testing

@testable import TestSupport

@Suite("Dovecot")
struct DovecotTests {
    private let anna = MailUser("anna@customer.test")

    @Test("mail handed over by LMTP is read over IMAP with TLS")
    func deliver() async throws {
        let server = try await Dovecot.start(users: [anna])
        try server.deliver(Array("Subject: lamp\r\n\r\n.Hello\r\n".utf8), to: anna.address, from: "shop@shop.test")
        let imap = try IMAPConversation(tls: server)
        try imap.logIn(anna)
        #expect(try imap.command("SELECT INBOX").contains("* 1 EXISTS"))
        let text = try imap.command("FETCH 1 BODY.PEEK[]").joined(separator: "\n")
        #expect(text.contains("Subject: lamp\n\n.Hello\n"))
    }

    @Test("mail for nobody here is refused")
    func unknownRecipient() async throws {
        let server = try await Dovecot.start(users: [anna])
        let error = #expect(throws: TestSupportError.self) { try server.deliver([], to: "ben@customer.test") }
        #expect(error?.description.contains("550") == true)
    }

    @Test("STARTTLS works and the certificate verifies")
    func startTLS() async throws {
        let server = try await Dovecot.start(users: [anna])
        let directory = try TemporaryDirectory()
        let text = try run(
            [
                SystemProgram.openssl.path(), "s_client", "-starttls", "imap", "-connect",
                "127.0.0.1:\(server.ports.imap)",
                "-verify_ip", "127.0.0.1", "-verify_return_error", "-CAfile", server.certificates.authority,
            ],
            in: directory
        )
        #expect(text.contains("Verify return code: 0 (ok)"))
    }

    @Test("without TLS nothing offers STARTTLS and a login in the clear works")
    func plain() async throws {
        var options = Dovecot.Options()
        options.offersTLS = false
        let server = try await Dovecot.start(users: [anna], options: options)
        let imap = try IMAPConversation(plain: server.ports.imap)
        #expect(!imap.greeting.contains("STARTTLS"))
        try imap.logIn(anna)
        #expect(FreePort.isFree(server.ports.imaps))
    }

    @Test("Sent is the special-use mailbox for sent mail")
    func specialUse() async throws {
        let server = try await Dovecot.start(users: [anna])
        let imap = try IMAPConversation(tls: server)
        try imap.logIn(anna)
        #expect(
            try imap.command("LIST \"\" * RETURN (SPECIAL-USE)").contains {
                $0.contains("\\Sent") && $0.hasSuffix("Sent")
            }
        )
    }

    @Test("a user added later can log in and read mail put there as files, in order")
    func fill() async throws {
        let server = try await Dovecot.start(users: [])
        try server.add(anna)
        let mail = (0..<120).map { Array("Subject: number \($0)\r\n\r\nText\r\n".utf8) }
        try server.mailbox(of: anna.address).fill(mail)
        let imap = try IMAPConversation(tls: server)
        try imap.logIn(anna)
        #expect(try imap.command("SELECT INBOX").contains("* 120 EXISTS"))
        let subjects = try imap.command("FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]").filter {
            $0.hasPrefix("Subject")
        }
        #expect(subjects == (0..<120).map { "Subject: number \($0)" })
        #expect(try server.mailbox(of: anna.address).messages() == mail)
    }

    @Test("a mailbox can be given another UIDVALIDITY")
    func uidValidity() async throws {
        let server = try await Dovecot.start(users: [anna])
        try server.mailbox(of: anna.address).fill([Array("Subject: x\r\n\r\n".utf8)])
        try server.changeUIDValidity(of: anna.address, to: 4711)
        let imap = try IMAPConversation(tls: server)
        try imap.logIn(anna)
        #expect(try imap.command("SELECT INBOX").contains { $0.hasPrefix("* OK [UIDVALIDITY 4711]") })
    }

    @Test(
        "after a stop or a kill the server starts again on the same ports with the same mail",
        arguments: [true, false]
    )
    func restart(inOrder: Bool) async throws {
        let server = try await Dovecot.start(users: [anna])
        try server.deliver(Array("Subject: kept\r\n\r\n".utf8), to: anna.address)
        let old = try IMAPConversation(tls: server)
        try old.logIn(anna)
        if inOrder { server.stop() } else { server.kill() }
        #expect(throws: TestSupportError.self) { try old.command("NOOP") }
        try await server.start()
        let imap = try IMAPConversation(tls: server)
        try imap.logIn(anna)
        #expect(try imap.command("SELECT INBOX").contains("* 1 EXISTS"))
    }

    @Test("a user can be disconnected")
    func disconnect() async throws {
        let server = try await Dovecot.start(users: [anna])
        let imap = try IMAPConversation(tls: server)
        try imap.logIn(anna)
        try server.disconnect(anna.address)
        #expect(throws: TestSupportError.self) { for _ in 0..<3 { try imap.command("NOOP") } }
    }

    @Test("more clients than the defaults allow can idle at once if asked for")
    func manyConnections() async throws {
        var options = Dovecot.Options()
        options.allowsManyConnections = true
        let server = try await Dovecot.start(users: [anna], options: options)
        let clients = try (0..<130).map { _ in try IMAPConversation(plain: server.ports.imap) }
        for client in clients { try client.logIn(anna) }
        for client in clients { #expect(try client.command("SELECT INBOX").contains("* 0 EXISTS")) }
    }
}
