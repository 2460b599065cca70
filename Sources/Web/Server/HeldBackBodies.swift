import HTTPTypes
import Hummingbird
import HummingbirdCore

extension Request {
    /// Whether its sender waits with the body until it is asked for it (`Expect: 100-continue`, RFC 9110 §10.1.1).
    var isHeldBack: Bool {
        headers[.expect]?.lowercased() == "100-continue"
    }

    /// Octets of the body by `Content-Length`, which may be a lie; nil where it comes in chunks or is none.
    var announcedOctets: Int? {
        headers[.contentLength].flatMap { Int($0) }
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 that asks for bodies which are held back, as neither the library nor what it stands on does: some senders of
    /// webhooks would wait for seconds first, and others for ever.
    ///
    /// - Parameter bodyLimit: octets that the body of a request may have. A larger one is not asked for: whoever answers
    ///   the request refuses it at once.
    static func http1(
        _ configuration: HTTP1Channel.Configuration,
        bodyLimit: @escaping @Sendable (Request) -> Int
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            HTTP1Channel(
                responder: { request, writer, channel in
                    if request.isHeldBack, (request.announcedOctets ?? 0) <= bodyLimit(request) {
                        try await writer.writeInformationalHead(HTTPResponse(status: .continue))
                    }
                    try await responder(request, writer, channel)
                },
                configuration: configuration
            )
        }
    }
}
