import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addReviewing(to group: RouterGroup<DeskContext>) {
        post("/drafts/:id/review", on: group, review)
        post("/drafts/:id/ask", on: group, ask)
        group.get("/charter") { _, context in
            let frame = try await frame(context.requireSession(), title: "Charter", place: nil)
            return resources.answer(CharterIndex(frame: frame, pages: resources.charter.pages))
        }
        group.get("/charter/:page") { _, context in
            guard let page = context.parameters.get("page").flatMap(resources.charter.page) else {
                throw HTTPError(.notFound)
            }
            let frame = try await frame(context.requireSession(), title: page.title, place: nil)
            return resources.answer(CharterSheet(frame: frame, title: page.title, html: page.html))
        }
    }

    /// What there is to say about the words as they stand in the form, as a part of the page; nothing is saved.
    @Sendable private func review(_ submission: Submission) async throws -> Response {
        let draft = try await draft(submission.context)
        let body = DraftForm.body(submission.form, of: draft.body)
        guard let review = try await resources.desk.review(draft.id, as: body, for: submission.user) else {
            throw HTTPError(.notFound)
        }
        return resources.answer(ReviewView(review, charter: resources.charter))
    }

    /// Saves what stands in the form, with the offer that is asked about in its slot, and asks.
    @Sendable private func ask(_ submission: Submission) async throws -> Response {
        let draft = try await draft(submission.context)
        var form = try Self.form(submission, draft)
        let offer = form.body.choose(offer: submission.form.line("ask_offer"))
        let written = submission.form.line("question")
        let question = written.isEmpty ? offer.map { "May we give “\($0.title(in: [draft.body.language]))”?" } : written
        guard let question else {
            let missing = [Refusal.notSendable("Say what you want to know.")]
            return try await refused("Not asked.", missing, form, draft, submission)
        }
        var version = form.version
        switch try await store(form, draft, submission) {
        case .refused(let reasons): return try await refused("Not asked.", reasons, form, draft, submission)
        case .done(let saved): version = saved ?? version
        }
        let decision = try await resources.desk.askSenior(
            draft.id,
            version: version,
            question: question,
            by: submission.user
        )
        switch decision {
        case .refused(let reasons): return try await refused("Not asked.", reasons, form, draft, submission)
        case .done: return .redirect(to: Self.place(draft, form, done: .asked))
        }
    }
}

extension DraftBody {
    /// Puts an offer into the first slot that takes it; nil where none does.
    mutating func choose(offer id: String) -> GoodwillOffer? {
        for index in slots.indices {
            guard case .goodwill(let offers) = slots[index].kind, let offer = offers.first(where: { $0.id == id })
            else {
                continue
            }
            slots[index].value = id
            return offer
        }
        return nil
    }
}
