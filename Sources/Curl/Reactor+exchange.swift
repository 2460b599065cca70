extension Reactor {
    /// Sends `request` and returns when the header section of the response is here. Any status is a response: 4xx and
    /// 5xx do not throw.
    package func exchange(_ request: HTTPRequest) async throws(CurlError) -> HTTPResponse {
        let id = try await loop.beginExchange(request).get()
        let exchange = Exchange(id: id, reactor: self)
        let head = try await loop.head(id).get()
        return HTTPResponse(status: head.status, fields: head.fields, body: HTTPBody(exchange: exchange))
    }
}
