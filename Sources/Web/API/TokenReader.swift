import Hummingbird
import Model
import Storage

/// Lets in programs that present a bearer token (RFC 6750 §2.1). Cookies mean nothing here.
struct TokenReader: RouterMiddleware {
    let resources: WebResources

    func handle(
        _ request: Request,
        context: DeskContext,
        next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        guard let secret = Self.token(request) else { throw Self.missing("A bearer token is needed.") }
        let at = resources.now()
        guard let user = try await resources.store.user(grantedBy: secret.digest, kind: .apiToken, at: at) else {
            throw Self.missing("The token is unknown or has expired.")
        }
        var context = context
        context.session = Session(user: user, secret: secret)
        return try await next(request, context)
    }

    private static func token(_ request: Request) -> AccessSecret? {
        let parts = request.headers[.authorization]?.split(separator: " ") ?? []
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return AccessSecret(presented: parts[1])
    }

    private static func missing(_ sentence: String) -> Problem.Raised {
        var problem = Problem(.unauthorized, "unauthorized", heading: "", sentence)
        problem.headers[.wwwAuthenticate] = "Bearer"
        return Problem.raise(problem)
    }
}
