import TestSupport
import Testing

@testable import Curl

@Suite("Authenticated streams")
struct ByteStreamTests {
    /// An IMAP server up to the end of the login, and then whatever `after` does.
    private func server(
        capabilities: String = "IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2",
        login: String = "OK welcome",
        log: Log = Log(),
        after: @escaping @Sendable (Peer) throws -> Void = { $0.awaitEnd() }
    ) throws -> ScriptedServer {
        try ScriptedServer { peer in
            peer.say("* OK ready")
            while true {
                let line = try peer.line()
                log.note(line)
                let tag = line.split(separator: " ").first ?? "*"
                if line.hasSuffix("CAPABILITY") {
                    peer.say("* CAPABILITY \(capabilities)", "\(tag) OK done")
                } else if line.hasSuffix("STARTTLS") {
                    peer.say("\(tag) NO not now")
                } else {
                    peer.say("\(tag) \(login)")
                    if login.hasPrefix("OK") { break }
                }
            }
            try after(peer)
        }
    }

    private func endpoint(
        _ server: ScriptedServer,
        _ security: ConnectionSecurity = .plaintext,
        _ credentials: Credentials = .password(user: "ann", secret: "open sesame"),
        limit: Duration = eventuallyLimit
    ) -> StreamEndpoint {
        StreamEndpoint(
            .imap,
            host: "127.0.0.1",
            port: server.port,
            security: security,
            credentials: credentials,
            connectTimeout: limit
        )
    }

    @Test("bytes go both ways after the login")
    func echo() async throws {
        let log = Log()
        let server = try server(log: log) { peer in
            while true { peer.say("echo " + (try peer.line())) }
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let stream = try await reactor.openStream(endpoint(server))
        #expect(stream.openingLines.first == "* OK ready")
        #expect(log.all.contains { $0.hasSuffix("AUTHENTICATE PLAIN AGFubgBvcGVuIHNlc2FtZQ==") })
        for word in ["one", "two"] {
            try await stream.send(Array("\(word)\r\n".utf8))
            #expect(try await stream.receive(within: eventuallyLimit) == Array("echo \(word)\r\n".utf8))
        }
        await reactor.shutdown()
    }

    @Test("a bearer token is sent by XOAUTH2")
    func bearer() async throws {
        let log = Log()
        let server = try server(log: log)
        defer { server.stop() }
        let reactor = try Reactor()
        _ = try await reactor.openStream(endpoint(server, .plaintext, .bearer(user: "ann", token: "t0ken")))
        // "user=ann^Aauth=Bearer t0ken^A^A" in Base64
        #expect(log.all.contains { $0.hasSuffix("AUTHENTICATE XOAUTH2 dXNlcj1hbm4BYXV0aD1CZWFyZXIgdDBrZW4BAQ==") })
        await reactor.shutdown()
    }

    @Test("a server that knows only the LOGIN command is logged in to by it")
    func loginCommand() async throws {
        let log = Log()
        let server = try server(capabilities: "IMAP4rev1", log: log)
        defer { server.stop() }
        let reactor = try Reactor()
        _ = try await reactor.openStream(endpoint(server))
        #expect(log.all.contains { $0.hasSuffix(#"LOGIN ann "open sesame""#) })
        await reactor.shutdown()
    }

    @Test(
        "a refused login tells whether it passes by itself",
        arguments: [("NO [AUTHENTICATIONFAILED] no", false), ("NO [UNAVAILABLE] later", true)]
    )
    func refused(answer: String, isTransient: Bool) async throws {
        let server = try server(login: answer)
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: CurlError.self) { try await reactor.openStream(endpoint(server)) }
        #expect(error?.kind == .authentication)
        #expect(error?.isTransient == isTransient)
        #expect(error?.lastAnswer?.hasSuffix(answer) == true)
        await reactor.shutdown()
    }

    @Test(
        "where STARTTLS is missing or refused, no credentials are sent",
        arguments: ["IMAP4rev1", "IMAP4rev1 STARTTLS"]
    )
    func noEncryption(capabilities: String) async throws {
        let log = Log()
        let server = try server(capabilities: capabilities, log: log)
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: CurlError.self) {
            try await reactor.openStream(endpoint(server, .startTLS))
        }
        #expect(error?.kind == .encryptionUnavailable)
        #expect(!log.all.contains { $0.contains("LOGIN") || $0.contains("AUTHENTICATE") })
        await reactor.shutdown()
    }

    @Test("a server already logged in before STARTTLS is not believed")
    func preauthenticated() async throws {
        let server = try ScriptedServer { peer in
            peer.say("* PREAUTH come in")
            let tag = try peer.line().split(separator: " ").first ?? "*"
            peer.say("* CAPABILITY IMAP4rev1 STARTTLS", "\(tag) OK done")
            peer.awaitEnd()
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: CurlError.self) {
            try await reactor.openStream(endpoint(server, .startTLS))
        }
        #expect(error?.kind == .encryptionUnavailable)
        await reactor.shutdown()
    }

    @Test("a server that says nothing runs into the time limit of the login")
    func silent() async throws {
        let server = try ScriptedServer { peer in peer.awaitEnd() }
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: CurlError.self) {
            try await reactor.openStream(endpoint(server, limit: .milliseconds(200)))
        }
        #expect(error?.kind == .timeout)
        #expect(error?.phase == .loggingIn)
        await reactor.shutdown()
    }

    @Test("the proper end of the connection is an empty receive, a reset an error")
    func ends() async throws {
        let closing = try server { peer in
            _ = try peer.line()
            peer.say("* BYE")
        }
        defer { closing.stop() }
        let cutting = try server { peer in
            _ = try peer.line()
            peer.cut()
        }
        defer { cutting.stop() }
        let reactor = try Reactor()
        let closed = try await reactor.openStream(endpoint(closing))
        try await closed.send(Array("go\r\n".utf8))
        #expect(try await closed.receive() == Array("* BYE\r\n".utf8))
        #expect(try await closed.receive().isEmpty)
        let cut = try await reactor.openStream(endpoint(cutting))
        try await cut.send(Array("go\r\n".utf8))
        let error = await #expect(throws: CurlError.self) { try await cut.receive() }
        #expect(error?.kind == .connectionLost)
        await reactor.shutdown()
    }

    @Test("a receive that is cancelled or times out loses nothing")
    func interruptedReceive() async throws {
        let server = try server { peer in
            _ = try peer.line()
            peer.say("here")
            peer.awaitEnd()
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let stream = try await reactor.openStream(endpoint(server))
        let late = await #expect(throws: CurlError.self) { try await stream.receive(within: .milliseconds(20)) }
        #expect(late?.kind == .timeout)
        let task = Task { try await stream.receive() }
        task.cancel()
        let cancelled = await #expect(throws: CurlError.self) { try await task.value }
        #expect(cancelled?.kind == .cancelled)
        try await stream.send(Array("now\r\n".utf8))
        #expect(try await stream.receive(atMost: 2) == Array("he".utf8))
        #expect(try await stream.receive() == Array("re\r\n".utf8))
        await reactor.shutdown()
    }

    @Test("a large send goes out whole while the other side reads late")
    func largeSend() async throws {
        let log = Log()
        let server = try server { peer in
            log.note("count \(peer.count(of: (20 << 20) + 3))")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let stream = try await reactor.openStream(endpoint(server))
        try await stream.send([UInt8](repeating: 0x61, count: 20 << 20))
        try await stream.send(Array("end".utf8))
        #expect(await log.awaits("count \((20 << 20) + 3)"))
        await reactor.shutdown()
    }

    @Test("closing wakes who waits, and the server sees the end", arguments: ["close", "shutdown", "drop"])
    func closing(way: String) async throws {
        let log = Log()
        let server = try server { peer in
            log.note("in")
            peer.awaitEnd()
            log.note("gone")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        var stream: ByteStream? = try await reactor.openStream(endpoint(server))
        #expect(await log.awaits("in"))
        switch way {
        case "close": stream?.close()
        case "shutdown": await reactor.shutdown()
        default: stream = nil
        }
        #expect(await log.awaits("gone"))
        if let stream {
            let error = await #expect(throws: CurlError.self) { try await stream.receive() }
            #expect(error?.kind == .closed)
        }
        await reactor.shutdown()
    }

    @Test("cancelling while connecting ends the connection")
    func cancelledOpening() async throws {
        let log = Log()
        let server = try ScriptedServer { peer in
            log.note("in")
            peer.awaitEnd()
            log.note("gone")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let endpoint = endpoint(server)
        let task = Task { try await reactor.openStream(endpoint) }
        #expect(await log.awaits("in"))
        task.cancel()
        let error = await #expect(throws: CurlError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(await log.awaits("gone"))
        await reactor.shutdown()
    }

    @Test("a host that is none is refused", arguments: ["", "a/b", "user@host", "a b", "host:1/;AUTH=x"])
    func badHost(host: String) async throws {
        let reactor = try Reactor()
        let endpoint = StreamEndpoint(.imap, host: host, port: 143, security: .startTLS, credentials: .none)
        let error = await #expect(throws: CurlError.self) { try await reactor.openStream(endpoint) }
        #expect(error?.kind == .invalidRequest)
        await reactor.shutdown()
    }

    @Test("a secret is never printed")
    func secrets() {
        let printed = String(reflecting: Credentials.password(user: "ann", secret: "open sesame"))
        #expect(!printed.contains("sesame"))
        #expect(!"\(Credentials.bearer(user: "ann", token: "t0ken"))".contains("t0ken"))
    }
}
