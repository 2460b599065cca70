import Synchronization
import TestSupport

/// A scripted server that keeps every line it hears.
final class LineServer: Sendable {
    private let server: ScriptedServer
    private let heard = HeardLines()

    var port: Int { server.port }
    /// Every line that any client has sent.
    var lines: [String] { heard.all }

    init(_ script: @escaping @Sendable (LinePeer) throws -> Void) throws {
        let heard = heard
        server = try ScriptedServer { peer in try script(LinePeer(peer: peer, heard: heard)) }
    }

    deinit {
        server.stop()
    }
}

/// What was said to a server.
final class HeardLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func note(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}

/// The server's end of one connection.
struct LinePeer {
    let peer: Peer
    let heard: HeardLines

    /// Sends lines, each with its end.
    func say(_ lines: String...) {
        peer.write(lines.map { $0 + "\r\n" }.joined())
    }

    /// The next line without its end.
    func line() throws -> String {
        let line = try peer.line()
        heard.note(line)
        return line
    }
}
