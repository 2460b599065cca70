import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Model
import Storage

extension DeskRoutes {
    func addSignIn(to group: RouterGroup<DeskContext>) {
        group.get("/sign-in") { request, _ in
            let next = request.uri.queryParameters["next"].map(String.init)
            return resources.answer(SignInPage(next: Self.localPath(next)))
        }
        group.post("/sign-in", use: signIn)
    }

    @Sendable func signIn(_ request: Request, _ context: DeskContext) async throws -> Response {
        let form = try await Form(of: request, context: context)
        let name = form.line("name").lowercased()
        let address = resources.settings.proxies.client(of: request, context)
        if let delay = resources.delay(name: name, address: address) { return tooMany(delay, form: form) }
        let user = try await resources.store.user(named: name)
        guard await resources.passwords.matches(form["password"], hash: user?.passwordHash), let user else {
            context.logger.notice(
                "sign-in refused",
                metadata: ["address": "\(address)", "user": "\(user?.name ?? "unknown")"]
            )
            return again(form, "The name or the password is not right.", status: .unauthorized)
        }
        resources.signedIn(name: name, address: address)
        context.logger.info("signed in", metadata: ["user": "\(user.name)", "address": "\(address)"])
        return try await begin(user, next: Self.localPath(form["next"]))
    }

    private func begin(_ user: User, next: String) async throws -> Response {
        let secret = AccessSecret(random: resources.random(32))
        let grant = secret.grant(.session, to: user.id, at: resources.now(), lifetime: Session.lifetime)
        try await resources.store.addGrant(grant)
        var response = Response.redirect(to: next)
        response.setCookie(SessionCookie(resources.settings).holding(secret))
        return response
    }

    @Sendable func signOut(_ submission: Submission) async throws -> Response {
        try await resources.store.removeGrant(digest: submission.session.secret.digest)
        var response = Response.redirect(to: "/sign-in")
        response.setCookie(SessionCookie(resources.settings).cleared)
        return response
    }

    private func tooMany(_ delay: TimeInterval, form: Form) -> Response {
        let seconds = max(1, Int(delay.rounded(.up)))
        var response = again(form, "Too many tries. Wait \(seconds) seconds, then try again.", status: .tooManyRequests)
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    private func again(_ form: Form, _ problem: String, status: HTTPResponse.Status) -> Response {
        let page = SignInPage(name: form.line("name"), problem: problem, next: Self.localPath(form["next"]))
        return resources.answer(page, status: status)
    }

    /// A path of this desk and nothing else, so that the sign-in sends nobody to another site.
    static func localPath(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
            path.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
        else { return "/queue" }
        return path
    }
}
