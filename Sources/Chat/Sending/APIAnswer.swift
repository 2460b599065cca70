package import Foundation
package import Model

/// What a provider's API answered to one request.
package struct APIAnswer: Hashable, Sendable {
    package var status: Int
    package var fields: [HeaderField]
    /// nil where the answer broke off or was longer than any answer should be: the status stands, what it said is lost.
    package var body: [UInt8]?

    package init(status: Int, fields: [HeaderField] = [], body: [UInt8]?) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// The body as JSON of some shape; nil where it is none.
    func json<Value: Decodable>(_ type: Value.Type) -> Value? {
        body.flatMap { try? JSONDecoder().decode(type, from: Data($0)) }
    }

    /// Seconds that `Retry-After` asks for (RFC 9110 §10.2.3), in seconds or as a date, at most a day; nil without one that
    /// can be read.
    package func retryAfter(at now: Date) -> TimeInterval? {
        guard let value = fields.values(of: "Retry-After").first?.trimmingCharacters(in: .whitespaces) else {
            return nil
        }
        if let seconds = TimeInterval(value), seconds.isFinite { return Self.bounded(seconds) }
        return HTTPDate.date(value).map { Self.bounded($0.timeIntervalSince(now)) }
    }

    static func bounded(_ seconds: TimeInterval) -> TimeInterval {
        min(max(seconds, 0), 86_400)
    }
}

extension String {
    /// What a provider said, fit for one line of a sentence.
    package var asRemark: String {
        let line = split(whereSeparator: { $0.isNewline || $0.isWhitespace }).joined(separator: " ")
        return line.count > 200 ? line.prefix(199) + "…" : line
    }
}
