import HTTPTypes
import Hummingbird

/// Refuses what another site makes a browser send.
struct OwnOriginOnly: RouterMiddleware {
    let settings: WebSettings

    func handle(
        _ request: Request,
        context: DeskContext,
        next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        let isReading = request.method == .get || request.method == .head
        guard isReading || isOwn(request) else { throw Problem.raise(.foreignForm) }
        return try await next(request, context)
    }

    private func isOwn(_ request: Request) -> Bool {
        RequestOrigin(
            fetchSite: request.headers[.fetchSite],
            origin: request.headers[.origin],
            host: request.head.authority
        ).isOwn(publicOrigin: settings.publicURL?.origin)
    }
}
