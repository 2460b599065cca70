import Foundation
import Model
import Testing

/// What one provider sends, signed as it does, and how it has to be answered so that nothing is lost.
struct ProviderSample: Sendable, CustomTestStringConvertible {
    /// A delivery under the same number as another, with other bytes.
    enum Contradiction: Sendable {
        /// Taken as a new one, and flagged.
        case flagged
        /// Nothing tells that they have a number in common.
        case unseen
        /// The number may be used once.
        case refused
    }

    /// A delivery as it is posted.
    struct Sent: Sendable {
        var fields: [(name: String, value: String)]
        var body: [UInt8]
        var query = ""
    }

    var provider: ChannelProvider
    /// The key in force, and the one that takes its place, as their file has them.
    var keys: [String]
    /// A delivery with that text under that number, by one of the keys, signed at that time.
    var signed: @Sendable (_ text: String, _ number: Int, _ key: Int, _ at: Date) throws -> Sent
    var contradiction: Contradiction
    /// To what is not verified, and to what did not come in time.
    var refused = 401
    var slow = 408
    /// Seconds after the signature from which on it counts no more; nil where no time is signed.
    var window: TimeInterval?

    var testDescription: String { provider.name }
}

extension ProviderSample.Sent {
    /// Head and body, with a length that promises more than comes by `missing` octets.
    func request(to path: String, missing: Int = 0) -> [UInt8] {
        let head = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        let length = "Content-Length: \(body.count + missing)\r\nConnection: close\r\n\r\n"
        return Array("POST \(path)\(query) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(head)\(length)".utf8) + body
    }
}
