import Foundation
import Model
import Testing

@testable import Chat

/// A request as a provider sent it, and the channel that it was meant for: what the rows of a table change.
struct SentWebhook: Sendable {
    var provider: ChannelProvider
    var keys: [String]
    var verifyToken: String?
    var request: ReceivedRequest

    /// The second in which every fixed vector was signed.
    static let signedAt: Int64 = 1_790_000_000

    /// - Parameters:
    ///   - expected: as `WebhookCase.outcome` says it.
    ///   - late: seconds after the signature at which it arrives.
    func row(
        _ what: String,
        _ expected: String,
        keys: [String]? = nil,
        late: TimeInterval = 0,
        _ change: (inout ReceivedRequest) -> Void = { _ in }
    ) -> WebhookCase {
        var request = request
        change(&request)
        var sent = self
        sent.request = request
        sent.keys = keys ?? self.keys
        return WebhookCase(what: what, sent: sent, late: late, expected: expected)
    }

    func verdict(late: TimeInterval = 0) throws -> WebhookVerdict {
        let verifier = try WebhookVerifier(ChannelSettings(provider: provider), keys: keys, verifyToken: verifyToken)
        return verifier.judge(request, at: Date(timeIntervalSince1970: TimeInterval(Self.signedAt) + late))
    }
}

struct WebhookCase: Sendable, CustomTestStringConvertible {
    var what: String
    var sent: SentWebhook
    var late: TimeInterval
    /// `key msg_1 200`, `bytes 200`, `answer 200`, `bad-signature 401`
    var expected: String

    var testDescription: String { what }

    func outcome() throws -> String {
        switch try sent.verdict(late: late) {
        case .take(.bytes, let answer): "bytes \(answer.status)"
        case .take(.key(let key), let answer): "key \(key) \(answer.status)"
        case .take(.nonce(let nonce), let answer): "nonce \(nonce) \(answer.status)"
        case .answer(let answer): "answer \(answer.status)"
        case .refuse(let refusal, let answer): "\(refusal.rawValue) \(answer.status)"
        }
    }
}

extension ReceivedRequest {
    /// Replaces a header field; nil takes it away.
    mutating func set(_ name: String, _ value: String?) {
        fields.removeAll { $0.name.lowercased() == name.lowercased() }
        if let value { fields.append(HeaderField(name: name, value: value)) }
    }

    mutating func add(_ name: String, _ value: String) {
        fields.append(HeaderField(name: name, value: value))
    }

    var text: String {
        get { String(decoding: body, as: UTF8.self) }
        set { body = Array(newValue.utf8) }
    }
}
