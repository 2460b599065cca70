/// What a server calls a version of a resource (RFC 9110 §8.8), to ask later whether it is still the current one.
package struct HTTPValidators: Hashable, Sendable, Codable {
    package var etag: String?
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    var fields: [HTTPRequest.Field] {
        [
            etag.map { HTTPRequest.Field("If-None-Match", $0) },
            lastModified.map { HTTPRequest.Field("If-Modified-Since", $0) },
        ].compactMap(\.self)
    }
}
