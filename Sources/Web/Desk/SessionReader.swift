import Foundation
import Hummingbird
import Model
import Storage

/// Lets in who carries a session's cookie; sends everybody else to the sign-in.
struct SessionReader: RouterMiddleware {
    let resources: WebResources

    func handle(
        _ request: Request,
        context: DeskContext,
        next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        guard let session = try await session(of: request) else { return try Self.turnAway(request) }
        var context = context
        context.session = session
        return try await next(request, context)
    }

    private func session(of request: Request) async throws -> Session? {
        guard let cookie = request.cookies[SessionCookie(resources.settings).name] else { return nil }
        let secret = AccessSecret(presented: cookie.value)
        let store = resources.store
        guard let user = try await store.user(grantedBy: secret.digest, kind: .session, at: resources.now()) else {
            return nil
        }
        return Session(user: user, secret: secret)
    }

    private static func turnAway(_ request: Request) throws -> Response {
        guard request.method == .get else { throw Problem.raise(.sessionEnded) }
        let next = request.uri.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/queue"
        return .redirect(to: request.uri.path == "/" ? "/sign-in" : "/sign-in?next=\(next)")
    }
}
