import Model
import TestSupport
import Testing

@testable import Curl

@Suite("Where an exchange may connect to")
struct HTTPReachTests {
    @Test(
        "only addresses of the public Internet are outside",
        arguments: [
            ("8.8.8.8", true), ("1.1.1.1", true), ("100.63.255.255", true), ("172.32.0.1", true), ("0.0.0.0", false),
            ("10.1.2.3", false), ("100.64.0.1", false), ("127.0.0.1", false), ("127.255.255.254", false),
            ("169.254.169.254", false), ("172.16.0.1", false), ("172.31.255.255", false), ("192.0.0.8", false),
            ("192.0.2.1", false), ("192.168.1.1", false), ("198.19.0.1", false), ("203.0.113.9", false),
            ("224.0.0.1", false), ("255.255.255.255", false), ("2606:4700::1111", true), ("2a00:1450::5", true),
            ("::", false), ("::1", false), ("fe80::1", false), ("fc00::1", false), ("fd12::1", false),
            ("ff02::1", false), ("2001::1", false), ("2001:db8::1", false), ("3fff::1", false),
            ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true), ("64:ff9b::10.0.0.1", false),
            ("64:ff9b::8.8.8.8", true), ("2002:7f00:1::", false), ("2002:808:808::", true), ("::127.0.0.1", false),
        ]
    )
    func ranges(text: String, isPublic: Bool) throws {
        #expect(try #require(NetworkAddress(text)).isPublic == isPublic)
    }

    @Test(
        "no name and no notation leads to loopback",
        arguments: ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"]
    )
    func inside(host: String) async throws {
        let server = try ScriptedServer { $0.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        let reactor = try Reactor()
        let request = HTTPRequest(
            "GET",
            "http://\(host):\(server.port)/",
            proxy: .url("http://127.0.0.1:\(server.port)"),
            allowsPlaintext: true,
            reach: .outside()
        )
        let error = await #expect(throws: CurlError.self) { _ = try await reactor.exchange(request) }
        #expect(error?.kind == .invalidRequest || error?.kind == .resolution)
        #expect(error?.isTransient == false || error?.kind == .resolution)
        await reactor.shutdown()
    }

    @Test("an address that is named besides is reached")
    func besides() async throws {
        let server = try ScriptedServer { peer in
            _ = try peer.text(through: "\r\n\r\n")
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let request = HTTPRequest(
            "GET",
            "http://127.0.0.1:\(server.port)/",
            allowsPlaintext: true,
            reach: .outside(besides: ["127.0.0.1"])
        )
        #expect(try await reactor.exchange(request).body.collect() == Array("ok".utf8))
        await reactor.shutdown()
    }
}
