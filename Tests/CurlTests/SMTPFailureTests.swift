import TestSupport
import Testing

@testable import Curl

@Suite("Submissions that fail")
struct SMTPFailureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let stage: SMTPScript.Stage
        let deed: SMTPScript.Deed
        let fate: SubmissionError.Fate
        let kind: CurlError.Kind
        let isTransient: Bool

        init(
            _ stage: SMTPScript.Stage,
            _ deed: SMTPScript.Deed,
            _ fate: SubmissionError.Fate,
            _ kind: CurlError.Kind,
            again isTransient: Bool
        ) {
            self.stage = stage
            self.deed = deed
            self.fate = fate
            self.kind = kind
            self.isTransient = isTransient
        }

        var testDescription: String { "\(stage) \(deed)" }
    }

    static let cases = [
        Case(.greeting, .answer("421 busy"), .notHandedOver, .refused, again: true),
        Case(.greeting, .answer("554 go away"), .notHandedOver, .refused, again: false),
        Case(.greeting, .cut, .notHandedOver, .connectionLost, again: true),
        Case(.ehlo, .cut, .notHandedOver, .connectionLost, again: true),
        Case(.auth, .answer("535 5.7.8 no"), .notHandedOver, .authentication, again: false),
        Case(.auth, .answer("454 4.7.0 later"), .notHandedOver, .authentication, again: true),
        Case(.auth, .cut, .notHandedOver, .connectionLost, again: true),
        Case(.mail, .answer("451 4.3.0 later"), .notHandedOver, .refused, again: true),
        Case(.mail, .answer("550 5.7.1 no"), .notHandedOver, .refused, again: false),
        Case(.mail, .answer("421 4.3.2 closing"), .notHandedOver, .refused, again: true),
        Case(.mail, .answer("nonsense"), .notHandedOver, .malformedAnswer, again: true),
        Case(.mail, .cut, .notHandedOver, .connectionLost, again: true),
        Case(.mail, .stall, .notHandedOver, .timeout, again: true),
        Case(.rcpt, .answer("450 4.2.0 later"), .notHandedOver, .refused, again: true),
        Case(.rcpt, .answer("550 5.1.1 unknown"), .notHandedOver, .refused, again: false),
        Case(.rcpt, .cut, .notHandedOver, .connectionLost, again: true),
        Case(.data, .answer("452 4.3.1 full"), .notHandedOver, .refused, again: true),
        Case(.data, .answer("554 5.5.1 no"), .notHandedOver, .refused, again: false),
        Case(.data, .cut, .notHandedOver, .connectionLost, again: true),
        Case(.data, .stall, .notHandedOver, .timeout, again: true),
        Case(.dot, .answer("452 4.3.1 full"), .refused, .refused, again: true),
        Case(.dot, .answer("421 4.3.2 closing"), .refused, .refused, again: true),
        Case(.dot, .answer("554 5.6.0 spam"), .refused, .refused, again: false),
        Case(.dot, .answer("nonsense"), .uncertain, .malformedAnswer, again: false),
        Case(.dot, .answer("354 what"), .uncertain, .malformedAnswer, again: false),
        Case(.dot, .cut, .uncertain, .connectionLost, again: false),
        Case(.dot, .stall, .uncertain, .timeout, again: false),
    ]

    @Test("every failure tells what became of the message", arguments: cases)
    func fate(_ example: Case) async throws {
        let script = SMTPScript(deeds: [example.stage: example.deed])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let limit: Duration = if case .stall = example.deed { .milliseconds(200) } else { eventuallyLimit }
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: envelope, to: relay(server, limit: limit)) {
                script.log.note("recorded")
            }
        }
        #expect(error?.fate == example.fate)
        #expect(error?.cause.kind == example.kind)
        #expect(error?.isTransient == example.isTransient)
        #expect(script.log.all.contains("recorded") == (example.stage == .dot))
        await reactor.shutdown()
    }

    @Test("a relay that offers no login gets no mail from a sender who has one")
    func noLogin() async throws {
        let script = SMTPScript(extensions: ["PIPELINING"])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: envelope, to: relay(server)) {}
        }
        #expect(error?.cause.kind == .authentication)
        #expect(!script.log.all.contains { $0.hasPrefix("MAIL") })
        await reactor.shutdown()
    }

    @Test(
        "where STARTTLS is missing or refused, no credentials are sent",
        arguments: [["AUTH PLAIN LOGIN"], ["STARTTLS", "AUTH PLAIN LOGIN"]]
    )
    func noEncryption(extensions: [String]) async throws {
        let script = SMTPScript(extensions: extensions)
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: envelope, to: relay(server, security: .startTLS)) {}
        }
        #expect(error?.fate == .notHandedOver)
        #expect(error?.cause.kind == .encryptionUnavailable)
        #expect(!script.log.all.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
        await reactor.shutdown()
    }

    @Test("nobody listening is worth another try")
    func nobody() async throws {
        let reactor = try Reactor()
        let relay = SMTPRelay(host: "127.0.0.1", port: 1, security: .plaintext, credentials: .none)
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: envelope, to: relay) {}
        }
        #expect(error?.cause.kind == .connection)
        #expect(error?.isTransient == true)
        await reactor.shutdown()
    }

    @Test("a bearer token is sent by XOAUTH2")
    func bearer() async throws {
        let script = SMTPScript()
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let relay = relay(server, credentials: .bearer(user: "desk", token: "t0ken"))
        _ = try await reactor.submit(message, envelope: envelope, to: relay) {}
        #expect(script.log.all.contains("AUTH XOAUTH2"))
        // "user=desk^Aauth=Bearer t0ken^A^A" in Base64
        #expect(script.log.all.contains("secret dXNlcj1kZXNrAWF1dGg9QmVhcmVyIHQwa2VuAQE="))
        await reactor.shutdown()
    }
}
