import Chat
import Foundation
import Model
import Synchronization
import TestSupport

/// The shop's own address for replies, on loopback: it answers 200, and keeps what it was sent.
final class ReplyReceiver: Sendable {
    static let key = "whsec_" + Data((0..<32).map { UInt8(255 - $0) }).base64EncodedString()

    private final class Received: Sendable {
        let requests = Mutex<[ReceivedRequest]>([])
    }

    private let server: ScriptedServer
    private let received = Received()

    var url: String { "http://127.0.0.1:\(server.port)/replies" }
    var requests: [ReceivedRequest] { received.requests.withLock { $0 } }

    init() throws {
        let received = received
        server = try ScriptedServer { peer in
            while true {
                let request = try Self.read(peer)
                received.requests.withLock { $0.append(request) }
                peer.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            }
        }
    }

    deinit {
        server.stop()
    }

    /// As a receiver would judge it that knows the key: `webhook-id` and the body, or what is wrong with it.
    static func verified(_ request: ReceivedRequest) throws -> (id: String, body: JSON) {
        let channel = ChannelSettings(provider: .webhook(GenericChannel()))
        let verdict = try WebhookVerifier(channel, keys: [key], verifyToken: nil).judge(request, at: Date())
        guard case .take(.key(let id), _) = verdict else { throw TestSupportError("not verified: \(verdict)") }
        return (id, try JSON(String(decoding: request.body, as: UTF8.self)))
    }

    private static func read(_ peer: Peer) throws -> ReceivedRequest {
        let lines = try peer.text(through: "\r\n\r\n").components(separatedBy: "\r\n").filter { !$0.isEmpty }
        let start = (lines.first ?? "").split(separator: " ").map(String.init)
        let fields = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            return HeaderField(name: parts.first ?? "", value: parts.count > 1 ? parts[1] : "")
        }
        let length = fields.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) }
        return ReceivedRequest(
            method: start.first ?? "",
            url: start.count > 1 ? start[1] : "",
            fields: Array(fields),
            body: try peer.bytes(length ?? 0)
        )
    }
}
