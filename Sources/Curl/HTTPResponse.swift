/// Status and header section of a response; the body follows as it comes.
package struct HTTPResponse: Sendable {
    /// 200 to 599; interim responses are not shown.
    package let status: Int
    /// In the order of arrival, names as sent.
    package let fields: [HTTPRequest.Field]
    /// To be read once. Dropping it unread ends the exchange.
    package let body: HTTPBody

    /// The value of the first field of this name, whatever its case.
    package func value(of name: String) -> String? {
        let name = name.lowercased()
        return fields.first { $0.name.lowercased() == name }?.value
    }

    /// What to hand to the next request's `unlessMatching`.
    package var validators: HTTPValidators {
        HTTPValidators(etag: value(of: "ETag"), lastModified: value(of: "Last-Modified"))
    }

    /// 304: what the caller has is still right.
    package var isNotModified: Bool { status == 304 }
}
