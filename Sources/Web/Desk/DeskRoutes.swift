import Foundation
import Hummingbird
import Model
import Storage

/// The desk's pages and forms.
struct DeskRoutes: Sendable {
    let resources: WebResources

    init(_ resources: WebResources) {
        self.resources = resources
    }

    func add(to router: Router<DeskContext>) {
        let outside = router.group().add(middleware: OwnOriginOnly(settings: resources.settings))
        addSignIn(to: outside)
        let inside = outside.group().add(middleware: SessionReader(resources: resources))
        inside.get("/") { _, _ in Response.redirect(to: "/queue") }
        post("/sign-out", on: inside, signOut)
        addQueue(to: inside)
        addDrafts(to: inside)
        addReviewing(to: inside)
        addPromises(to: inside)
        addReplies(to: inside)
        addOutgoing(to: inside)
        addParked(to: inside)
        addCustomers(to: inside)
        addFiles(to: inside)
    }

    /// Adds a form's route. The only way forms get in, so that none goes without the check of its token.
    func post(
        _ path: RouterPath,
        on group: RouterGroup<DeskContext>,
        _ act: @escaping @Sendable (Submission) async throws -> Response
    ) {
        group.post(path) { request, context in
            let session = try context.requireSession()
            let form = try await Form(of: request, context: context)
            guard session.accepts(formToken: form.values["token"]) else { throw Problem.raise(.foreignForm) }
            return try await act(Submission(form: form, session: session, context: context))
        }
    }

    /// What surrounds a page of someone who is signed in.
    func frame(_ session: Session, title: String, place: Frame.Place?, notice: Notice? = nil) async throws -> Frame {
        let store = resources.store
        let clock = resources.clock
        let counts: [Frame.Place: Int] = [
            .queue: try await store.queueLength(),
            .promises: try await store.openPromises(dueBefore: clock.now.addingTimeInterval(86_400), limit: 100).count,
            .unsettled: try await store.outgoing(in: .uncertain, limit: 100).count
                + store.openCopies(limit: 100).count,
            .parked: try await store.parked(limit: 100).count,
        ]
        let waiting = try await store.outgoing(in: .waiting, limit: 50)
        return Frame(
            title: title,
            person: session.user.displayName,
            formToken: session.secret.formToken,
            links: Frame.links(place, counts: counts),
            alerts: try await store.alerts().map { Frame.Warning(text: $0.text, since: clock.moment($0.since)) },
            undo: Frame.undo(waiting, by: session.user, now: clock.now),
            notice: notice?.sentence
        )
    }

    /// Where a page that refuses something leads on to.
    struct WayOn {
        var place: Frame.Place
        var path: String
        var label: String
    }

    /// A page that says why something is not possible any more.
    func conflict(
        _ heading: String,
        _ reasons: [Refusal],
        _ wayOn: WayOn,
        _ session: Session
    ) async throws -> Response {
        let page = ErrorPage(
            frame: try await frame(session, title: heading, place: wayOn.place),
            heading: heading,
            text: reasons.map(\.sentence).joined(separator: " "),
            wayOn: wayOn.path,
            wayOnLabel: wayOn.label
        )
        return resources.answer(page, status: .conflict)
    }

    /// The notice that a redirect left in the address.
    static func notice(_ request: Request) -> Notice? {
        request.uri.queryParameters["done"].flatMap { Notice(rawValue: String($0)) }
    }

    static func number(_ name: Substring, in request: Request) -> Int? {
        request.uri.queryParameters[name].flatMap { Int($0) }
    }
}
