import Foundation
import Synchronization
import TestSupport

/// A provider's API on loopback that plays a script, one act for each connection, and notes what it was sent.
final class ChatServer: Sendable {
    enum Act: Sendable {
        case answer(Int, String, fields: String = "")
        /// Closes at the first byte of a request.
        case closeUnread
        /// Reads the request, and closes without an answer.
        case close
        /// Reads the request, and never answers.
        case keepSilent
        /// Answers with a body that never comes to its end.
        case stall(Int, String)
    }

    struct Request: Sendable {
        /// Request line and fields.
        var head: String
        var body: String
    }

    private final class Notes: Sendable {
        let requests = Mutex<[Request]>([])
        let connections = Mutex(0)
    }

    private let notes: Notes
    private let server: ScriptedServer

    var url: String { "http://127.0.0.1:\(server.port)" }
    var port: Int { server.port }
    var requests: [Request] { notes.requests.withLock { $0 } }
    var connections: Int { notes.connections.withLock { $0 } }

    /// - Parameter act: for the first connection, the second, and so on from 1.
    init(_ act: @escaping @Sendable (Int) -> Act) throws {
        let notes = Notes()
        self.notes = notes
        server = try ScriptedServer { peer in
            let number = notes.connections.withLock { count in
                count += 1
                return count
            }
            let act = act(number)
            if case .closeUnread = act {
                _ = try peer.bytes(1)
                return peer.cut()
            }
            try Self.note(peer, notes)
            guard Self.play(act, peer) else { return }
            // A second request over one connection would be noted, and seen by the test.
            while (try? Self.note(peer, notes)) != nil {}
        }
    }

    func stop() {
        server.stop()
    }

    private static func note(_ peer: Peer, _ notes: Notes) throws {
        let head = try peer.text(through: "\r\n\r\n")
        let length = head.split(separator: "\r\n").compactMap { line in
            line.lowercased().hasPrefix("content-length: ") ? Int(line.dropFirst(16)) : nil
        }
        let body = try peer.bytes(length.first ?? 0)
        notes.requests.withLock { $0.append(Request(head: head, body: String(decoding: body, as: UTF8.self))) }
    }

    /// Whether the connection is still open behind it.
    private static func play(_ act: Act, _ peer: Peer) -> Bool {
        switch act {
        case .answer(let status, let body, let fields):
            peer.write("HTTP/1.1 \(status) Some\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        case .stall(let status, let body):
            peer.write("HTTP/1.1 \(status) Some\r\nContent-Length: \(body.utf8.count + 9)\r\n\r\n\(body)")
        case .close, .closeUnread: return false
        case .keepSilent: break
        }
        return true
    }
}
