import Channels
import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@Suite("Handing mail to a relay")
struct MailRelayTests {
    private let composed = ComposedMail(
        messageID: "1@shop.test",
        reversePath: "help@shop.test",
        forwardPaths: ["ann@customer.test"],
        raw: mail("reply", messageID: "1@shop.test")
    )

    private func server(_ office: PostOffice, _ user: MailUser, _ security: MailServer.Security) -> MailServer {
        let ports = office.exim.ports
        let port = [.tls: ports.submissions, .startTLS: ports.submission][security] ?? ports.smtp
        return MailServer(
            host: "localhost",
            port: port,
            security: security,
            trust: .authorityFile(office.exim.certificates.authority),
            login: security == .plain ? .none : .password(user: user.address, .environment("PASSWORD"))
        )
    }

    private func relay(_ server: MailServer, password: String = "correct-horse") throws -> MailRelay {
        MailRelay(
            reactor: try Network.reactor(),
            server: server,
            logins: try logins(password: password),
            clientName: "desk.test"
        )
    }

    @Test(
        "a mail arrives over TLS, STARTTLS and in the clear",
        arguments: [MailServer.Security.tls, .startTLS, .plain]
    )
    func arrives(security: MailServer.Security) async throws {
        let office = try await PostOffice.shared()
        let (desk, customer) = (try office.newUser("desk"), try office.newUser("ann"))
        let relay = try relay(server(office, desk, security))
        var composed = composed
        composed.forwardPaths = [customer.address]
        let outcome = await relay.deliver(composed) {}
        guard case .accepted(let answer) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(answer.hasPrefix("250"))
        let arrived = try await office.mail(of: customer)
        #expect(arrived.map(subject(of:)) == ["reply"])
        #expect(try await relay.probe().contains("SMTP localhost"))
    }

    enum Verdict: Equatable {
        case accepted
        case deferred
        case refused
        case unknown

        init(_ outcome: DeliveryOutcome) {
            switch outcome {
            case .accepted: self = .accepted
            case .deferred: self = .deferred
            case .refused: self = .refused
            case .unknown: self = .unknown
            }
        }
    }

    @Test(
        "the relay's answer decides whether to try again",
        arguments: [
            (["temperror@customer.test"], Verdict.deferred, "Mailbox busy"),
            (["permerror@customer.test"], .refused, "No such mailbox"),
            (["datatemperror@customer.test"], .deferred, "Try again later"),
            (["datapermerror@customer.test"], .refused, "Content refused"),
            (["permerror@customer.test", "temperror@customer.test"], .deferred, "Mailbox busy"),
            (["fine@customer.test", "permerror@customer.test"], .accepted, "not to permerror@customer.test"),
            (["two lines\r\nRCPT TO:<x@customer.test>"], .refused, "address"),
            ([], .refused, "recipient"),
        ]
    )
    func answers(recipients: [String], verdict: Verdict, words: String) async throws {
        let office = try await PostOffice.shared()
        var composed = composed
        composed.forwardPaths = recipients
        let outcome = try await relay(server(office, try office.newUser("desk"), .startTLS)).deliver(composed) {}
        #expect(Verdict(outcome) == verdict, "\(outcome)")
        #expect("\(outcome)".contains(words), "\(outcome)")
    }

    enum Trouble: String, CaseIterable, CustomTestStringConvertible {
        case wrongPassword
        case noPassword
        case stranger
        case nobodyThere
        case noEncryption

        var testDescription: String { rawValue }

        var words: String {
            switch self {
            case .wrongPassword: "refused the login"
            case .noPassword: "PASSWORD is not set"
            case .stranger: "certificate"
            case .nobodyThere: "cannot be reached"
            case .noEncryption: "TLS"
            }
        }
    }

    @Test("trouble with the relay says nothing against the mail", arguments: Trouble.allCases)
    func trouble(trouble: Trouble) async throws {
        let office = try await PostOffice.shared()
        var server = server(office, try office.newUser("desk"), .startTLS)
        let plain = try LineServer { peer in
            peer.say("220 relay.test")
            while true { peer.say(try peer.line().hasPrefix("EHLO") ? "250 relay.test" : "500 what?") }
        }
        let closed = try FaultProxy(to: server.port)
        closed.refuse(true)
        if trouble == .stranger { server.trust = .system }
        if trouble == .nobodyThere { server.port = closed.port }
        if trouble == .noEncryption { server.port = plain.port }
        let password = [.wrongPassword: "wrong-horse", .noPassword: ""][trouble] ?? "correct-horse"
        let relay = try relay(server, password: password)
        let outcome = await relay.deliver(composed) { Issue.record("nothing was to be handed over") }
        #expect(Verdict(outcome) == .deferred, "\(outcome)")
        #expect("\(outcome)".contains(trouble.words), "\(outcome)")
        let error = await #expect(throws: ChannelError.self) { try await relay.probe() }
        #expect(error?.sentence.contains(trouble.words) == true, "\(error?.sentence ?? "")")
        #expect(!plain.lines.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test("a line that breaks after the final dot leaves it unknown who has the mail")
    func uncertain() async throws {
        let server = try LineServer { peer in
            peer.say("220 relay.test")
            while true {
                let line = try peer.line()
                peer.say(line == "DATA" ? "354 go on" : "250 relay.test")
                guard line == "DATA" else { continue }
                _ = try peer.peer.text(through: "\r\n.\r\n")
                return
            }
        }
        let place = MailServer(host: "127.0.0.1", port: server.port, security: .plain, login: .none)
        let handedOver = Mutex(false)
        let outcome = try await relay(place).deliver(composed) { handedOver.withLock { $0 = true } }
        #expect(Verdict(outcome) == .unknown, "\(outcome)")
        let wasHandedOver = handedOver.withLock(\.self)
        #expect(wasHandedOver)
    }

    @Test("a line that is cut anywhere leaves a mail that came at most once, and is never called refused")
    func cuts() async throws {
        var random = Seed.fromEnvironment("SMTP through a line that is cut")
        let office = try await PostOffice.shared()
        let desk = try office.newUser("desk")
        let customer = try office.newUser("ann")
        var place = server(office, desk, .startTLS)
        let proxy = try FaultProxy(to: place.port)
        place.port = proxy.port
        let relay = try relay(place)
        var composed = composed
        composed.forwardPaths = [customer.address]
        var verdicts: [Verdict] = []
        for _ in 0..<20 {
            let offset = Int.random(in: 0...5_000, using: &random)
            proxy.plan([.cut(after: offset, Bool.random(using: &random) ? .toClient : .toServer)])
            composed.raw = mail("cut \(verdicts.count)")
            let verdict = Verdict(await relay.deliver(composed) {})
            #expect(verdict != .refused, "cut after \(offset)")
            verdicts.append(verdict)
            proxy.cutAll()
        }
        let certain = verdicts.count { $0 == .accepted }
        let possible = certain + verdicts.count { $0 == .unknown }
        let arrived = try await office.mail(of: customer, count: certain).map(subject(of:))
        #expect(Set(arrived).count == arrived.count && arrived.count <= possible)
    }

    @Test("if the hand-over cannot be recorded, nobody gets the mail")
    func notRecorded() async throws {
        struct NoRoom: Error {}
        let office = try await PostOffice.shared()
        let customer = try office.newUser("ann")
        let relay = try relay(server(office, try office.newUser("desk"), .startTLS))
        var composed = composed
        composed.forwardPaths = [customer.address]
        let outcome = await relay.deliver(composed) { throw NoRoom() }
        #expect(Verdict(outcome) == .deferred, "\(outcome)")
        composed.raw = mail("second try")
        #expect(Verdict(await relay.deliver(composed) {}) == .accepted)
        #expect(try await office.mail(of: customer).map(subject(of:)) == ["second try"])
    }
}
