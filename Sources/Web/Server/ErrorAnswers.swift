import Hummingbird
import Logging

/// Turns whatever a route throws into an answer: a page for people, JSON for programs.
struct ErrorAnswers: RouterMiddleware {
    let resources: WebResources

    func handle(
        _ request: Request,
        context: DeskContext,
        next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 { log(error, context) }
            return request.uri.path.hasPrefix("/api/") ? try Self.json(problem) : page(problem)
        }
    }

    private func log(_ error: any Error, _ context: DeskContext) {
        context.logger.error(
            "request failed",
            metadata: ["error": "\(error)", "route": "\(context.endpointPath ?? "")"]
        )
    }

    private func page(_ problem: Problem) -> Response {
        let frame = Frame.outside(title: problem.heading)
        let page = ErrorPage(frame: frame, heading: problem.heading, text: problem.sentence)
        return resources.answer(page, status: problem.status)
    }

    private static func json(_ problem: Problem) throws -> Response {
        let body = APIError(code: problem.code, message: problem.sentence)
        return try APIAnswer.json(APIError.Envelope(error: body), status: problem.status, headers: problem.headers)
    }
}

extension WebResources {
    func answer(_ page: some Page, status: HTTPResponse.Status = .ok) -> Response {
        let body = ByteBuffer(string: pages.render(page))
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: body)
        )
    }
}
