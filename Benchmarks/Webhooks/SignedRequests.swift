import Chat
import Foundation
import Model

/// Webhooks of a generic channel, signed by Standard Webhooks, as the bytes that go over the line.
struct SignedRequests {
    static let key = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()

    private static let texts = [
        "Where is my order? It should have been here on Friday.", "Can I send the lamp back? It does not fit.",
        "Thank you, that was quick!", "The tracking number does not work, can you look please?",
        "I was charged twice for the same thing.", "How long does delivery to Austria take?",
    ]

    /// Signed now, so to be sent within the channel's tolerance.
    ///
    /// - Parameter first: the number of the first one; each number is another person and another delivery.
    static func make(_ count: Int, from first: Int) throws -> [[UInt8]] {
        let signer = try WebhookSigner(key: key)
        return try (first..<first + count).map { number in
            let body = Array(
                """
                {"id":"m\(number)","person":"p\(number)","name":"Mara Osei","text":"\(texts[number % texts.count]) \
                It is about order \(100_000 + number)."}
                """.utf8
            )
            let signature = try signer.fields(id: "msg_\(number)", at: Date(), body: body)
            let head =
                [
                    "POST /channels/chat HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json",
                    "Content-Length: \(body.count)",
                ] + signature.map { "\($0.name): \($0.value)" }
            return Array((head + ["", ""]).joined(separator: "\r\n").utf8) + body
        }
    }
}
