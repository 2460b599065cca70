package import Model

extension FeedChannel {
    /// The address of a page.
    ///
    /// - Parameter position: where to go on; nil for the beginning, and for a feed without a cursor.
    package func url(from position: String?) -> String {
        var parameters: [String] = []
        if let pageSize { parameters.append("\(APIRequest.percentEncoded(pageSize.parameter))=\(pageSize.size)") }
        if let cursor, let position {
            parameters.append("\(APIRequest.percentEncoded(cursor.parameter))=\(APIRequest.percentEncoded(position))")
        }
        guard !parameters.isEmpty else { return url }
        let joint = !url.contains("?") ? "?" : url.hasSuffix("?") || url.hasSuffix("&") ? "" : "&"
        return url + joint + parameters.joined(separator: "&")
    }

    /// - Parameter token: the token itself; nil where the feed asks for none.
    package func request(from position: String?, token: String?) -> APIRequest {
        var request = APIRequest.get(url(from: position))
        if let token { request.fields.append(HeaderField(name: tokenField, value: tokenPrefix + token)) }
        return request
    }

    /// The address without its query, for sentences. Throws where it is none that may be asked.
    package func address() throws(AskError) -> APIAddress {
        do {
            return try APIAddress(of: url)
        } catch {
            throw AskError(.configuration, error.description)
        }
    }
}
