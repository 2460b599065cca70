import Channels
import Model
import TestSupport
import Testing

@Suite("Reaching an IMAP server")
struct IMAPConnectionTests {
    enum Way: String, CaseIterable, CustomTestStringConvertible {
        case tls
        case startTLS
        case tlsWithAnyCertificate
        case startTLSWithAnyCertificate

        var testDescription: String { rawValue }
        var isTLS: Bool { self == .tls || self == .tlsWithAnyCertificate }
        var trustsAny: Bool { self == .tlsWithAnyCertificate || self == .startTLSWithAnyCertificate }
    }

    @Test("mail is taken over TLS and over STARTTLS, by a known authority or any", arguments: Way.allCases)
    func reaches(way: Way) async throws {
        var scene = try await MailboxScene()
        scene.source.server.security = way.isTLS ? .tls : .startTLS
        scene.source.server.port = way.isTLS ? scene.dovecot.ports.imaps : scene.dovecot.ports.imap
        if way.trustsAny { scene.source.server.trust = .unverified }
        try scene.deliver(mail("hello"))
        try await running(scene.inbox()) { try await scene.taken(1) }
        #expect(await scene.store.subjects == ["hello"])
        #expect(scene.events.failures.isEmpty)
        let probe = try await scene.inbox().probe()
        #expect(probe == "IMAP 127.0.0.1:\(scene.source.server.port), INBOX with 1 messages")
    }

    enum Trouble: String, CaseIterable, CustomTestStringConvertible {
        case wrongPassword
        case passwordNotSet
        case certificateOfStranger
        case noMailbox
        case hostThatIsNone
        case authorityFileMissing

        var testDescription: String { rawValue }

        /// What the sentence has to say, for a person to know what to do.
        func words(_ scene: MailboxScene) -> [String] {
            let server = "127.0.0.1:\(scene.source.server.port)"
            return switch self {
            case .wrongPassword: [server, "refused the login of \(scene.user.address)", "password"]
            case .passwordNotSet: ["environment variable PASSWORD is not set"]
            case .certificateOfStranger: [server, "certificate", "Nothing was sent", "authority", "accept-any"]
            case .noMailbox: ["Nowhere", "mailbox"]
            case .hostThatIsNone: ["no such host/", "host"]
            case .authorityFileMissing: ["certificate", "/nonexistent.pem"]
            }
        }

        func prepare(_ scene: inout MailboxScene) {
            switch self {
            case .wrongPassword: scene.password = "wrong-horse"
            case .passwordNotSet: scene.password = ""
            case .certificateOfStranger: scene.source.server.trust = .system
            case .noMailbox: scene.source.mailbox = "Nowhere"
            case .hostThatIsNone: scene.source.server.host = "no such host/"
            case .authorityFileMissing: scene.source.server.trust = .authorityFile("/nonexistent.pem")
            }
        }
    }

    @Test("what only a person can mend is said in a sentence, and not tried again at once", arguments: Trouble.allCases)
    func needsPerson(trouble: Trouble) async throws {
        var scene = try await MailboxScene()
        let proxy = try FaultProxy(to: scene.dovecot.ports.imaps)
        scene.source.server.port = proxy.port
        trouble.prepare(&scene)
        try await running(scene.inbox()) {
            try await eventually("a failure; \(scene.events.all)") { !scene.events.failures.isEmpty }
        }
        let failure = try #require(scene.events.failures.first)
        #expect(scene.events.failures.count == 1)
        #expect(failure.needsPerson)
        #expect(proxy.traffic.connections <= 1)
        let error = await #expect(throws: ChannelError.self) { try await scene.inbox().probe() }
        for sentence in [failure.sentence, error?.sentence ?? ""] {
            for words in trouble.words(scene) { #expect(sentence.contains(words), "\(sentence)") }
        }
    }

    @Test("a server that offers no STARTTLS gets no password, and is not read in plain text")
    func noFallBack() async throws {
        let server = try LineServer { peer in
            peer.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready")
            while true {
                let line = try peer.line()
                let tag = line.prefix { $0 != " " }
                if line.hasSuffix("CAPABILITY") { peer.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN") }
                peer.say("\(tag) OK done")
            }
        }
        var scene = try await MailboxScene()
        scene.source.server.port = server.port
        scene.source.server.security = .startTLS
        let error = await #expect(throws: ChannelError.self) { try await scene.inbox().probe() }
        #expect(error?.isTransient == false)
        #expect(error?.sentence.contains("STARTTLS") == true, "\(error?.sentence ?? "")")
        #expect(!server.lines.contains { $0.contains("LOGIN") || $0.contains("AUTHENTICATE") }, "\(server.lines)")
    }

    @Test("a login that the server puts off for itself is tried again by the program")
    func unavailable() async throws {
        let server = try LineServer { peer in
            peer.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready")
            while true {
                let line = try peer.line()
                let tag = line.prefix { $0 != " " }
                if line.contains("AUTHENTICATE") {
                    peer.say("\(tag) NO [UNAVAILABLE] Temporary authentication failure")
                } else {
                    peer.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR", "\(tag) OK done")
                }
            }
        }
        var scene = try await MailboxScene()
        scene.source.server.port = server.port
        scene.source.server.security = .plain
        let error = await #expect(throws: ChannelError.self) { try await scene.inbox().probe() }
        #expect(error?.isTransient == true, "\(error?.sentence ?? "")")
    }

    @Test("mail is taken once a server that was down is up again, and after a line breaks")
    func comesBack() async throws {
        var scene = try await MailboxScene()
        let proxy = try FaultProxy(to: scene.dovecot.ports.imaps)
        scene.source.server.port = proxy.port
        proxy.refuse(true)
        try scene.deliver(mail("first"))
        try await running(scene.inbox()) {
            try await eventually("two failures") { scene.events.failures.count >= 2 }
            #expect(scene.events.failures.allSatisfy { !$0.needsPerson && $0.sentence.contains("127.0.0.1") })
            proxy.refuse(false)
            try await scene.taken(1)
            proxy.cutAll()
            try scene.deliver(mail("second"))
            try await scene.taken(2)
        }
        #expect(await scene.store.subjects == ["first", "second"])
    }
}
