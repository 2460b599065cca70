import Foundation
import Synchronization
import TestSupport

/// A provider on loopback that is asked for messages: plays one act for each request, and notes what was asked.
final class PollServer: Sendable {
    enum Act: Sendable {
        case answer(Int, String, fields: String = "")
        case bytes(Int, [UInt8])
        /// Closes without an answer.
        case close
        /// Closes in the middle of the body.
        case breakOff(String)
        /// Never answers.
        case keepSilent

        static func page(_ body: String, fields: String = "") -> Act { .answer(200, body, fields: fields) }
    }

    private final class Notes: Sendable {
        let requests = Mutex<[String]>([])
    }

    private let notes: Notes
    private let server: ScriptedServer

    var url: String { "http://127.0.0.1:\(server.port)" }
    /// Request lines and fields.
    var requests: [String] { notes.requests.withLock { $0 } }
    /// What stood behind the method of each request.
    var targets: [String] { requests.map { String($0.split(separator: " ")[1]) } }

    /// - Parameter act: for a request, with its number from 1.
    init(_ act: @escaping @Sendable (Int, String) -> Act) throws {
        let notes = Notes()
        self.notes = notes
        server = try ScriptedServer { peer in
            while true {
                let head = try peer.text(through: "\r\n\r\n")
                let number = notes.requests.withLock { list in
                    list.append(head)
                    return list.count
                }
                guard Self.play(act(number, head), peer) else { return }
            }
        }
    }

    func stop() {
        server.stop()
    }

    /// Whether the connection goes on.
    private static func play(_ act: Act, _ peer: Peer) -> Bool {
        switch act {
        case .answer(let status, let body, let fields):
            peer.write("HTTP/1.1 \(status) Some\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            return true
        case .bytes(let status, let body):
            peer.write(Array("HTTP/1.1 \(status) Some\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body)
            return true
        case .close: return false
        case .breakOff(let body):
            peer.write("HTTP/1.1 200 Some\r\nContent-Length: \(body.utf8.count + 20)\r\n\r\n\(body)")
            return false
        case .keepSilent:
            peer.awaitEnd()
            return false
        }
    }
}
