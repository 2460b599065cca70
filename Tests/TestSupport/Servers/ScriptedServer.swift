import Foundation
import Synchronization

/// A server on loopback that plays a script: one closure for each connection, on a thread of its own, with blocking
/// reads that give up after ten seconds.
package final class ScriptedServer: Sendable {
    package let port: Int
    private let listener: Int32
    private let count = Mutex(0)

    /// How many connections have come so far.
    package var connections: Int { count.withLock { $0 } }

    package init(_ script: @escaping @Sendable (Peer) throws -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = try Self.listen(on: listener)
        let thread = Thread { [listener, weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                // Closed here and nowhere else: elsewhere the number could name another test's socket by now.
                guard connection >= 0 else {
                    _ = close(listener)
                    return
                }
                self?.count.withLock { $0 += 1 }
                Thread.detachNewThread {
                    let peer = Peer(connection)
                    try? script(peer)
                    peer.hangUp()
                }
            }
        }
        thread.start()
    }

    /// Takes no more connections; to be called at the end of the test.
    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func listen(on listener: Int32) throws -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                Glibc.bind(listener, raw, size) | Glibc.listen(listener, 64) | getsockname(listener, raw, &size)
            }
        }
        guard status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
