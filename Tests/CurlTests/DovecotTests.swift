import TestSupport
import Testing

@testable import Curl

@Suite("Streams to Dovecot", .enabled(if: Dovecot.isInstalled), .serialized)
struct DovecotTests {
    private func endpoint(
        _ server: Dovecot,
        _ security: ConnectionSecurity,
        trust: TLSTrust,
        host: String = "127.0.0.1",
        secret: String = "open-sesame"
    ) -> StreamEndpoint {
        StreamEndpoint(
            .imap,
            host: host,
            port: security == .implicitTLS ? server.tlsPort : server.port,
            security: security,
            credentials: .password(user: "ann", secret: secret),
            trust: trust
        )
    }

    /// Opens a stream as soon as the server is up.
    private func open(_ endpoint: StreamEndpoint, _ reactor: Reactor) async throws -> ByteStream {
        let deadline = ContinuousClock.now + eventuallyLimit
        while true {
            do throws(CurlError) {
                return try await reactor.openStream(endpoint)
            } catch {
                guard error.kind == .connection, ContinuousClock.now < deadline else { throw error }
                await Task.yield()
            }
        }
    }

    @Test("TLS and STARTTLS log in and carry commands", arguments: [ConnectionSecurity.implicitTLS, .startTLS])
    func login(security: ConnectionSecurity) async throws {
        let certificate = try Certificate()
        defer { certificate.remove() }
        let dovecot = try Dovecot(certificate)
        defer { dovecot.stop() }
        let reactor = try Reactor()
        let stream = try await open(
            endpoint(dovecot, security, trust: .authorities(file: certificate.file)),
            reactor
        )
        try await stream.send(Array("W1 NOOP\r\nW2 LOGOUT\r\n".utf8))
        var answer = ""
        while true {
            let bytes = try await stream.receive(atMost: 5, within: eventuallyLimit)
            if bytes.isEmpty { break }
            answer += String(decoding: bytes, as: UTF8.self)
        }
        #expect(answer.contains("W1 OK"))
        #expect(answer.contains("W2 OK"))
        await reactor.shutdown()
    }

    @Test("the certificate decides, unless it is said not to")
    func certificates() async throws {
        let certificate = try Certificate()
        defer { certificate.remove() }
        let other = try Certificate()
        defer { other.remove() }
        let dovecot = try Dovecot(certificate)
        defer { dovecot.stop() }
        let reactor = try Reactor()
        for security in [ConnectionSecurity.implicitTLS, .startTLS] {
            _ = try await open(endpoint(dovecot, security, trust: .unverified), reactor)
            for trust in [TLSTrust.system, .authorities(file: other.file)] {
                let error = await #expect(throws: CurlError.self) {
                    try await reactor.openStream(endpoint(dovecot, security, trust: trust))
                }
                #expect(error?.kind == .certificate)
                #expect(error?.isTransient == false)
            }
        }
        await reactor.shutdown()
    }

    @Test("a trusted certificate for another host is refused")
    func otherHost() async throws {
        let certificate = try Certificate(names: "DNS:other.test")
        defer { certificate.remove() }
        let dovecot = try Dovecot(certificate)
        defer { dovecot.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: CurlError.self) {
            let trust = TLSTrust.authorities(file: certificate.file)
            return try await open(endpoint(dovecot, .implicitTLS, trust: trust), reactor)
        }
        #expect(error?.kind == .certificate)
        await reactor.shutdown()
    }

    @Test("a wrong password is an authentication failure that does not pass by itself")
    func wrongPassword() async throws {
        let certificate = try Certificate()
        defer { certificate.remove() }
        let dovecot = try Dovecot(certificate)
        defer { dovecot.stop() }
        let reactor = try Reactor()
        let trust = TLSTrust.authorities(file: certificate.file)
        let error = await #expect(throws: CurlError.self) {
            try await open(endpoint(dovecot, .implicitTLS, trust: trust, secret: "wrong"), reactor)
        }
        #expect(error?.kind == .authentication)
        #expect(error?.isTransient == false)
        await reactor.shutdown()
    }
}
