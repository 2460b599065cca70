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
        listener = try LoopbackSocket.bound(to: 0)
        guard listen(listener, 64) == 0 else {
            let code = errno
            _ = close(listener)
            throw TestSupportError.system("listening", code)
        }
        port = LoopbackSocket.port(of: listener)
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
}
