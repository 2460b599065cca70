import TestSupport
import Testing

@testable import Curl

@Suite("Submitting mail")
struct SMTPSubmissionTests {
    @Test("a message arrives with its dots stuffed, by one login")
    func success() async throws {
        let script = SMTPScript()
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let receipt = try await reactor.submit(message, envelope: envelope, to: relay(server)) {
            script.log.note("recorded")
        }
        #expect(receipt.reply.description == "250 2.0.0 queued as 1")
        #expect(receipt.refused.isEmpty)
        #expect(script.log.all.contains("MAIL FROM:<desk@shop.test> SIZE=\(message.count)"))
        #expect(script.log.all.contains("EHLO shop.test"))
        #expect(script.log.all.contains("message Subject: hello\r\n\r\n..dot\r\nbye\r\n.\r\n"))
        await reactor.shutdown()
    }

    @Test("the null reverse path and 8-bit content are announced")
    func nullSender() async throws {
        let script = SMTPScript()
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let bounce = SMTPEnvelope(sender: "", recipients: ["ann@home.test"])
        _ = try await reactor.submit(Array("\r\né\r\n".utf8), envelope: bounce, to: relay(server)) {}
        #expect(script.log.all.contains("MAIL FROM:<> SIZE=6 BODY=8BITMIME"))
        await reactor.shutdown()
    }

    @Test(
        "reports about delivery are declined where the relay knows of them",
        arguments: [
            (["DSN", "AUTH PLAIN"], false, "RCPT TO:<ann@home.test> NOTIFY=NEVER"),
            (["DSN", "AUTH PLAIN"], true, "RCPT TO:<ann@home.test>"),
            (["AUTH PLAIN"], false, "RCPT TO:<ann@home.test>"),
        ]
    )
    func reports(extensions: [String], wantsReports: Bool, expected: String) async throws {
        let script = SMTPScript(extensions: extensions)
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let recipients = ["ann@home.test"]
        let envelope = SMTPEnvelope(sender: "", recipients: recipients, wantsReports: wantsReports)
        _ = try await reactor.submit(message, envelope: envelope, to: relay(server)) {}
        #expect(script.log.all.contains(expected))
        await reactor.shutdown()
    }

    @Test("two mails go over one connection, with and without pipelining", arguments: [true, false])
    func reuse(pipelining: Bool) async throws {
        let script = SMTPScript(extensions: (pipelining ? ["PIPELINING"] : []) + ["AUTH PLAIN"])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        for number in 1...2 {
            let receipt = try await reactor.submit(message, envelope: envelope, to: relay(server)) {}
            #expect(receipt.reply.lines == ["2.0.0 queued as \(number)"])
        }
        #expect(server.connections == 1)
        await reactor.shutdown()
    }

    @Test("no more connections stand side by side than the relay allows")
    func sideBySide() async throws {
        let script = SMTPScript()
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let relay = relay(server, connections: 3)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { _ = try await reactor.submit(message, envelope: envelope, to: relay) {} }
            }
            try await group.waitForAll()
        }
        #expect((1...3).contains(server.connections))
        #expect(script.log.all.filter { $0.hasPrefix("message") }.count == 20)
        await reactor.shutdown()
    }

    @Test("a refused recipient is reported and does not stop the others")
    func oneRefused() async throws {
        let script = SMTPScript(refusals: ["nobody@home.test": "550 5.1.1 unknown"])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let two = SMTPEnvelope(sender: "", recipients: ["nobody@home.test", "ann@home.test"])
        let receipt = try await reactor.submit(message, envelope: two, to: relay(server)) {}
        #expect(receipt.refused.map(\.recipient) == ["nobody@home.test"])
        #expect(receipt.refused.first?.reply.code == 550)
        await reactor.shutdown()
    }

    @Test(
        "if every recipient is refused nothing is handed over, and one that was put off is worth another try",
        arguments: [("450 4.2.0 greylisted", true), ("550 5.1.1 unknown", false)]
    )
    func allRefused(answer: String, isTransient: Bool) async throws {
        let script = SMTPScript(refusals: ["a@home.test": "550 5.1.1 unknown", "b@home.test": answer])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let two = SMTPEnvelope(sender: "", recipients: ["a@home.test", "b@home.test"])
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: two, to: relay(server)) { script.log.note("recorded") }
        }
        #expect(error?.fate == .notHandedOver)
        #expect(error?.refused.count == 2)
        #expect(error?.isTransient == isTransient)
        #expect(!script.log.all.contains("recorded"))
        await reactor.shutdown()
    }

    @Test("after a refusal the connection is reset and used again")
    func reset() async throws {
        let script = SMTPScript(refusals: ["nobody@home.test": "550 5.1.1 unknown"])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let bad = SMTPEnvelope(sender: "", recipients: ["nobody@home.test"])
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: bad, to: relay(server)) {}
        }
        #expect(error?.reply?.code == 550)
        _ = try await reactor.submit(message, envelope: envelope, to: relay(server)) {}
        #expect(script.log.all.contains("RSET"))
        #expect(server.connections == 1)
        await reactor.shutdown()
    }

    @Test("a connection that died while idle is replaced unseen")
    func stale() async throws {
        let script = SMTPScript(deeds: [.mail: .cut], goodMails: 1)
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        _ = try await reactor.submit(message, envelope: envelope, to: relay(server)) {}
        _ = try await reactor.submit(message, envelope: envelope, to: relay(server)) {}
        #expect(server.connections == 2)
        await reactor.shutdown()
    }

    @Test("an address that would end the command line is refused", arguments: ["a>\r\nRSET", "a b@c", "a<b@c", ""])
    func injection(address: String) async throws {
        let reactor = try Reactor()
        let server = try SMTPScript().server()
        defer { server.stop() }
        let bad = SMTPEnvelope(sender: "", recipients: [address])
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: bad, to: relay(server)) {}
        }
        #expect(error?.cause.kind == .invalidRequest)
        #expect(server.connections == 0)
        await reactor.shutdown()
    }
}
