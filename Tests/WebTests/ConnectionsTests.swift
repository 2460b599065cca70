import Testing

@testable import Web

@Suite("Connections to the web server")
struct ConnectionsTests {
    private static let health = "GET /health HTTP/1.1\r\nHost: us\r\n\r\n"

    /// By the server itself: the one that HummingbirdTesting makes leaves the bound out.
    @Test("beyond so many at once one waits until others end, and is served then")
    func bound() async throws {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let scene = try await Scene(connections: 3, onListening: { listening.yield($0) })
        let serving = Task { try await scene.server.run() }
        defer { serving.cancel() }
        let port = try #require(await ports.first { _ in true })
        var held: [RawConnection] = []
        var waiting: RawConnection?
        while waiting == nil, held.count < 10 {
            let connection = try RawConnection(port: port)
            connection.write(Self.health)
            if connection.isAnswered(within: .seconds(held.count < 3 ? 90 : 1)) {
                held.append(connection)
            } else {
                waiting = connection
            }
        }
        // One more is asked for before the last is counted.
        #expect((3...4).contains(held.count), "\(held.count) are served at once")
        held = []
        #expect(await waiting?.readHead()?.hasPrefix("HTTP/1.1 200 ") == true)
    }
}
