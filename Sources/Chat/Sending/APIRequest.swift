import Foundation
package import Model

/// One request to a provider's API. Not to be shown to anybody: the URL or the fields carry the token.
package struct APIRequest: Hashable, Sendable {
    /// GET or POST.
    package var method: String
    package var url: String
    package var fields: [HeaderField]
    /// nil for a request without content.
    package var body: [UInt8]?

    package static func get(_ url: String, authorization: String? = nil) -> APIRequest {
        APIRequest(method: "GET", url: url, fields: base(authorization), body: nil)
    }

    static func post(_ url: String, json: some Encodable, authorization: String? = nil) throws(ReplyError) -> APIRequest
    {
        do {
            let fields =
                base(authorization) + [HeaderField(name: "Content-Type", value: "application/json; charset=utf-8")]
            return APIRequest(method: "POST", url: url, fields: fields, body: try OutgoingJSON.encoded(json))
        } catch {
            throw ReplyError(.content, "The reply cannot be written as JSON.")
        }
    }

    static func post(_ url: String, form: [(String, String)], authorization: String? = nil) -> APIRequest {
        let body = form.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&")
        let type = HeaderField(name: "Content-Type", value: "application/x-www-form-urlencoded")
        return APIRequest(method: "POST", url: url, fields: base(authorization) + [type], body: Array(body.utf8))
    }

    /// Everything but the unreserved characters of RFC 3986 §2.3: good for a segment of a path, and for a form (WHATWG URL
    /// §5.2), where it is on the safe side.
    package static func percentEncoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static func base(_ authorization: String?) -> [HeaderField] {
        let accept = HeaderField(name: "Accept", value: "application/json")
        return [accept] + (authorization.map { [HeaderField(name: "Authorization", value: $0)] } ?? [])
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
}
