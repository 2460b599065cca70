import Foundation
import Model

/// How one provider's requests are told from everybody else's.
protocol WebhookScheme: Sendable {
    /// The HTTP methods that the provider uses.
    var methods: [String] { get }

    /// What is to be done with a request by one of these methods. Throws where it is not proven to be the provider's.
    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict
}

extension WebhookScheme {
    var methods: [String] { ["POST"] }
}

extension WebhookRefusal: Error {}

extension WebhookAnswer {
    /// Empty: no provider reads more of it than the status.
    static let accepted = WebhookAnswer(200)

    static func text(_ status: Int, _ body: String, fields: [HeaderField] = []) -> WebhookAnswer {
        let type = HeaderField(name: "Content-Type", value: "text/plain; charset=utf-8")
        return WebhookAnswer(status, fields: [type] + fields, body: body)
    }

    /// RFC 9110 §15.5.6
    static func wrongMethod(allowed: [String]) -> WebhookAnswer {
        let allow = HeaderField(name: "Allow", value: allowed.joined(separator: ", "))
        return text(405, "only \(allow.value)\n", fields: [allow])
    }
}
