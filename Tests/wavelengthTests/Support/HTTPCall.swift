import Dispatch
import TestSupport

/// One request of HTTP/1.1 on a connection of its own (RFC 9112).
///
/// URLSession would do, but on Linux it deadlocks when its task is cancelled while the server goes away.
enum HTTPCall {
    struct Answer: Sendable {
        var status: Int
        var body: String
    }

    static func send(_ head: [String], body: String = "", port: Int) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            // The socket blocks: not on a thread of the tests' own tasks.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try exchange(head, body, port) })
            }
        }
    }

    private static func exchange(_ head: [String], _ body: String, _ port: Int) throws -> Answer {
        let socket = try TextSocket(port: port)
        let length = ["Content-Length: \(body.utf8.count)", "Connection: close", "", ""]
        try socket.write(Array(((head + length).joined(separator: "\r\n") + body).utf8))
        let text = String(decoding: try socket.readToEnd(), as: UTF8.self)
        let status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) }
        guard let status, let end = text.firstRange(of: "\r\n\r\n") else {
            throw TestSupportError("no answer to \(head.first ?? "")")
        }
        return Answer(status: status, body: String(text[end.upperBound...]))
    }
}
