import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Model
import Pipeline
import Synchronization

/// The chat widgets: the line that a site embeds, the page in its frame, and what that page asks for.
///
/// No cookie and no desk session: a visitor is a token that their page keeps and presents as a bearer. What changes
/// something is taken from our own page alone.
final class WidgetRoutes: Sendable {
    let resources: WebResources
    /// How long a look at the messages waits for something new.
    let patience: Duration
    private let widgets: [InboxName: ChatWidget]
    private let limiter = Mutex(WidgetLimiter())

    /// Octets of a request: a message of the longest kind, escaped.
    static let bodyLimit = 64 << 10

    init(_ widgets: [ChatWidget], _ resources: WebResources, patience: Duration = .seconds(25)) {
        self.widgets = Dictionary(widgets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.resources = resources
        self.patience = patience
    }

    func add(to router: Router<DeskContext>) {
        for asset in Asset.widget { router.get(RouterPath(asset.path)) { _, _ in asset.answer } }
        router.get("/widget/:name", use: page)
        router.post("/widget/:name/sessions") { try await self.answer($0, $1, self.begin) }
        router.post("/widget/:name/messages") { try await self.answer($0, $1, self.write) }
        router.get("/widget/:name/messages") { try await self.answer($0, $1, self.look) }
        router.get("/widget/:name/outlook") { try await self.answer($0, $1, self.sayOutlook) }
        router.post("/widget/:name/address") { try await self.answer($0, $1, self.leaveAddress) }
    }

    /// The script for `NAME.js`, the page for `NAME`.
    @Sendable private func page(_ request: Request, _ context: DeskContext) async throws -> Response {
        let name = context.parameters.get("name") ?? ""
        if let widget = widgets[InboxName(name)] {
            return WidgetPage(widget, outlook: await widget.outlook()).response(by: resources)
        }
        guard name.hasSuffix(".js"), let widget = widgets[InboxName(String(name.dropLast(3)))] else {
            throw HTTPError(.notFound)
        }
        return try WidgetEmbedding(widget).response()
    }

    /// One request of a page; what goes wrong is told as JSON.
    private func answer(
        _ request: Request,
        _ context: DeskContext,
        _ act: (WidgetVisit) async throws -> Response
    ) async throws -> Response {
        do {
            guard let widget = widgets[InboxName(context.parameters.get("name") ?? "")] else {
                throw HTTPError(.notFound)
            }
            let visit = WidgetVisit(
                widget: widget,
                request: request,
                context: context,
                settings: resources.settings,
                bodies: resources.bodies
            )
            guard visit.isOwn else { throw WidgetRefusal(.forbidden, "foreign", "This did not come from the chat.") }
            return try await act(visit)
        } catch let refusal as WidgetRefusal {
            return try refusal.response()
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 { context.logger.error("widget", metadata: ["error": "\(error)"]) }
            return try WidgetRefusal(problem.status, problem.code, problem.sentence).response()
        }
    }

    /// Counts an act of a visitor; throws where they have to wait.
    func count(_ act: WidgetLimiter.Act, of session: WidgetSession?, _ visit: WidgetVisit) throws {
        let at = resources.now()
        let widget = visit.widget
        let delay = limiter.withLock {
            $0.tryOnce(act, of: session?.person, from: visit.peer, in: widget.name, widget.limits, at: at)
        }
        if let delay { throw WidgetRefusal.tooMany(after: delay) }
    }
}
