import Chat
import Foundation
import Model
import TestSupport

/// A program of the shop's that posts what customers write, signed by Standard Webhooks.
struct WebhookSource: Sendable {
    /// `whsec_` and the base64 of 32 bytes, as the channel's `keys` has it.
    static let key = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()

    let port: Int
    let path: String
    private let signer: WebhookSigner

    init(port: Int, channel: String = "support", key: String = key) throws {
        self.port = port
        path = "/channels/\(channel)"
        signer = try WebhookSigner(key: key)
    }

    /// Signed now, on a connection of its own. Gives the status of the answer.
    func post(_ body: String, id: String) async throws -> Int {
        try await HTTPCall.send(head(id: id, body: Array(body.utf8)), body: body, port: port).status
    }

    /// Request line and fields without `Content-Length`, signed now.
    func head(id: String, body: [UInt8]) throws -> [String] {
        let signature = try signer.fields(id: id, at: Date(), body: body).map { "\($0.name): \($0.value)" }
        return ["POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Content-Type: application/json"] + signature
    }

    /// One message in the members that `Shop.chat` maps.
    static func message(_ id: String, from person: String, text: String) -> String {
        """
        {"uid":"\(id)","from":{"id":"\(person)","name":"Mara Osei"},"body":"\(text)","room":"room-\(person)"}
        """
    }
}

/// One connection of a sender, kept open from one webhook to the next.
final class WebhookConnection {
    private let source: WebhookSource
    private let socket: TextSocket

    init(_ source: WebhookSource) throws {
        self.source = source
        socket = try TextSocket(port: source.port)
    }

    /// Gives the status of the answer; throws where there is none. Blocks.
    func post(_ body: String, id: String) throws -> Int {
        let octets = Array(body.utf8)
        let head = try source.head(id: id, body: octets) + ["Content-Length: \(octets.count)", "", ""]
        try socket.write(Array(head.joined(separator: "\r\n").utf8) + octets)
        let status = try socket.readLine().split(separator: " ").dropFirst().first.flatMap { Int($0) }
        var length = 0
        while case let line = try socket.readLine(), !line.isEmpty {
            guard line.lowercased().hasPrefix("content-length:") else { continue }
            length = Int(line.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) ?? 0
        }
        _ = try socket.read(length)
        guard let status else { throw TestSupportError("no status") }
        return status
    }
}
