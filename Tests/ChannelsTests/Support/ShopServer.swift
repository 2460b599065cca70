import Foundation
import Synchronization
import TestSupport

/// A shop's system on loopback: answers what it is told, and notes what it was asked.
final class ShopServer: Sendable {
    private let noted: Requests
    private let server: ScriptedServer

    private final class Requests: Sendable {
        let list = Mutex<[String]>([])
    }

    var port: Int { server.port }
    var requests: [String] { noted.list.withLock { $0 } }

    /// - Parameter answer: to the first request, the second, and so on from 1; nil for none at all.
    init(_ answer: @escaping @Sendable (Int) -> String?) throws {
        let noted = Requests()
        self.noted = noted
        server = try ScriptedServer { peer in
            while true {
                let request = try peer.text(through: "\r\n\r\n")
                let count = noted.list.withLock { list in
                    list.append(request)
                    return list.count
                }
                guard let text = answer(count) else { return peer.awaitEnd() }
                peer.write(text)
            }
        }
    }

    static func response(_ status: Int, _ body: String = "", fields: String = "") -> String {
        "HTTP/1.1 \(status) Some\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    func stop() {
        server.stop()
    }
}
