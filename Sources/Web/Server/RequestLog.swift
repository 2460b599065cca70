import Hummingbird
import Logging

/// Notes method and path of each request. Never the query: in Meta's handshake it carries a secret.
struct RequestLog: RouterMiddleware {
    typealias Context = DeskContext

    func handle(
        _ request: Request,
        context: DeskContext,
        next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        context.logger.debug(
            "request",
            metadata: ["method": "\(request.method.rawValue)", "path": "\(request.uri.path)"]
        )
        return try await next(request, context)
    }
}
