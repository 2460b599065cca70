import Foundation
import Hummingbird
import Model

/// Answers of the API: JSON with ISO 8601 times.
enum APIAnswer {
    static func json(
        _ value: some Encodable,
        status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        let body = ByteBuffer(bytes: try encoder.encode(value))
        return Response(status: status, headers: headers, body: .init(byteBuffer: body))
    }

    /// A refused decision: 409, with every reason; 404 where there is no such draft.
    static func refused(_ refusals: [Refusal]) throws -> Response {
        let error = APIError(
            code: "refused",
            message: refusals.map(\.sentence).joined(separator: " "),
            refusals: refusals.map(APIError.Reason.init)
        )
        let isMissing = refusals == [.noSuchDraft]
        return try json(APIError.Envelope(error: error), status: isMissing ? .notFound : .conflict)
    }
}
