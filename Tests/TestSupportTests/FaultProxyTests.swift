import Testing

@testable import TestSupport

@Suite("FaultProxy")
struct FaultProxyTests {
    private static let message = Array(
        ("Subject: long\r\n\r\n" + String(repeating: "line of text\r\n", count: 200_000)).utf8
    )

    @Test("a connection without a fault carries everything, and the bytes are counted")
    func passes() async throws {
        let office = try await PostOffice.shared()
        let shop = try office.newUser("help")
        let proxy = try FaultProxy(to: office.exim.ports.smtp)
        try SMTPClient(port: proxy.port).send(Self.message, from: "a@b.test", to: [shop.address])
        let arrived = try await office.mail(of: shop)[0]
        #expect(arrived.suffix(Self.message.count) == Self.message[...])
        #expect(proxy.traffic.connections == 1)
        #expect(proxy.traffic.bytesToServer > Self.message.count)
        #expect(proxy.traffic.bytesToClient > 0)
    }

    @Test("a connection is cut after exactly so many bytes to the client")
    func cutToClient() async throws {
        let port = try await PostOffice.shared().dovecot.ports.lmtp
        let proxy = try FaultProxy(to: port)
        let whole = try TextSocket(port: port).readLine().utf8.count + 2
        let counts = Array(0..<whole)
        proxy.plan(counts.map { .cut(after: $0, .toClient) })
        for count in counts {
            #expect(try TextSocket(port: proxy.port).readToEnd().count == count)
        }
    }

    @Test("a connection is cut after exactly so many bytes to the server", arguments: [0, 1, 4, 100])
    func cutToServer(count: Int) async throws {
        let office = try await PostOffice.shared()
        let proxy = try FaultProxy(to: office.exim.ports.smtp)
        proxy.plan([.cut(after: count, .toServer)])
        #expect(throws: TestSupportError.self) {
            try SMTPClient(port: proxy.port).send(Self.message, from: "a@b.test", to: ["c@d.test"])
        }
        #expect(proxy.traffic.bytesToServer == count)
    }

    @Test("TLS passes through and is verified at its end")
    func tls() async throws {
        let office = try await PostOffice.shared()
        let shop = try office.newUser("help", at: "shop.test")
        let proxy = try FaultProxy(to: office.exim.ports.submissions)
        let client = try SMTPClient(port: proxy.port, certificates: office.exim.certificates, user: shop)
        #expect(try client.command("NOOP").code == 250)
    }

    @Test("a delay holds bytes back for its time each way and loses none")
    func delay() async throws {
        let office = try await PostOffice.shared()
        let shop = try office.newUser("help")
        let proxy = try FaultProxy(to: office.exim.ports.smtp)
        proxy.delay(by: .milliseconds(15))
        let start = ContinuousClock.now
        let client = try SMTPClient(port: proxy.port)
        #expect(ContinuousClock.now - start >= .milliseconds(45), "greeting, EHLO and its reply are three ways")
        try client.send(Self.message, from: "a@b.test", to: [shop.address])
        let arrived = try await office.mail(of: shop)[0]
        #expect(arrived.suffix(Self.message.count) == Self.message[...])
    }

    @Test("while stalled nothing passes, afterwards everything does")
    func stall() async throws {
        let proxy = try FaultProxy(to: try await PostOffice.shared().dovecot.ports.lmtp)
        proxy.stall(true)
        let socket = try TextSocket(port: proxy.port)
        try await eventually("the connection seen", that: { proxy.traffic.connections == 1 })
        #expect(proxy.traffic.bytesToClient == 0)
        proxy.stall(false)
        #expect(try socket.readLine().hasPrefix("220"))
    }

    @Test("connections are refused while told so, and taken again on the same port")
    func refuse() async throws {
        let proxy = try FaultProxy(to: try await PostOffice.shared().dovecot.ports.lmtp)
        proxy.refuse(true)
        #expect(throws: TestSupportError.self) { try TextSocket(port: proxy.port) }
        proxy.refuse(false)
        #expect(try TextSocket(port: proxy.port).readLine().hasPrefix("220"))
    }

    @Test("open connections can be cut, silent ones among them")
    func cutAll() async throws {
        let proxy = try FaultProxy(to: try await PostOffice.shared().dovecot.ports.lmtp)
        proxy.plan([.silence])
        let (silent, open) = (try TextSocket(port: proxy.port), try TextSocket(port: proxy.port))
        _ = try open.readLine()
        proxy.cutAll()
        #expect(try silent.readToEnd().isEmpty)
        #expect(try open.readToEnd().isEmpty)
    }
}
