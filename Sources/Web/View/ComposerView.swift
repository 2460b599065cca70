import Model
import Pipeline

/// The draft in front of the person: text, slots, recipients, and what an approval binds to.
struct ComposerView: Sendable {
    var draft: Draft.ID
    var version: Int
    var head: String
    /// Whom it goes to in a chat; nil for mail, whose envelope can be changed.
    var chat: ChatEnvelope?
    var subject: String
    var to: String
    var cc: String
    var markdown: String
    var rows: Int
    var content: DraftPieces
    var hasOthers: Bool
    var source: String
    var note: String?
    var firstName: String
    /// Where the queue goes on afterwards.
    var at: Int
    var reason = ""
    var review: ReviewView?
    var promise: PromiseFields
    /// Limits that may not be told any more, to be taken out.
    var over: [OverLimit]
    var hasOver: Bool
    var give: GoodwillView
    /// What makes it a recovery, in words; nil for all other replies.
    var recovery: String?
    /// Where it stands with the second of two people.
    var secondPair: String?
    /// Why it was drafted although nobody wrote; nil where the customer did.
    var occasion: String?
    var question: Question?
    /// Whether there is somebody with more authority.
    var mayAsk: Bool
    /// True where the person's own text differs from what is stored.
    var isTyped: Bool

    struct OverLimit: Sendable {
        var id: String
        var what: String
        var isDropped: Bool
    }

    struct Question: Sendable {
        var by: String
        var text: String
    }

    /// - Parameters:
    ///   - typed: what a person had typed when a decision was refused; it is never lost.
    ///   - known: what there is to know about the draft, or about what was typed.
    init(_ draft: Draft, head: ThreadHead, typed: DraftBody?, customer: MailAddress?, known: MatterKnowledge, at: Int) {
        let body = typed ?? draft.body
        let review = known.review
        self.draft = draft.id
        version = draft.version
        self.head = head.description
        chat = ChatEnvelope(
            body.recipients.to.first,
            provider: known.channel?.provider,
            alsoTo: known.leftAddress
        )
        subject = body.subject
        to = body.recipients.to.map(Person.mailbox).joined(separator: ", ")
        cc = body.recipients.cc.map(Person.mailbox).joined(separator: ", ")
        markdown = body.text
        rows = min(
            24,
            max(8, body.text.split(separator: "\n", omittingEmptySubsequences: false).count + body.text.count / 90)
        )
        let offers = review?.offers ?? []
        content = DraftPieces(
            body,
            offers: offers,
            marks: review.map { DraftMarks($0, in: body.text) } ?? DraftMarks(),
            signature: known.user?.displayName
        )
        hasOthers = !content.others.isEmpty
        source = Self.source(of: draft)
        note = draft.note
        firstName = Person.firstName(customer)
        self.at = at
        self.review = review.map { ReviewView($0, charter: known.charter) }
        promise = PromiseFields(body, review, people: known.people)
        over = Self.overLimits(draft.body, typed: body, review)
        hasOver = !over.isEmpty
        give = GoodwillView(offers, language: body.language)
        recovery = body.recovery.isEmpty ? nil : body.recovery.map(\.words).joined(separator: ", ")
        secondPair = body.wantsSecondPair ? Self.secondPair(review?.firstRelease, user: known.user?.name) : nil
        occasion = body.occasion.words(of: body)
        question = review?.question.map { Question(by: $0.by, text: $0.text) }
        mayAsk = known.user.map { $0.role != .admin } ?? false
        isTyped = typed.map { $0 != draft.body } ?? false
    }

    private static func overLimits(_ stored: DraftBody, typed: DraftBody, _ review: DraftReview?) -> [OverLimit] {
        stored.limits.compactMap { id in
            let standing = review?.limits.first { $0.id == id }
            if standing?.isInForce == true { return nil }
            let what = standing.map { LimitLine($0, language: typed.language).what } ?? id
            return OverLimit(id: id, what: what, isDropped: !typed.limits.contains(id))
        }
    }

    private static func secondPair(_ first: String?, user: String?) -> String {
        switch first {
        case nil: "It is our second failure with this customer: two people release this reply. You would be the first."
        case user: "You have released it. Somebody else has to release it too, then it leaves."
        case let first?: "\(first) has released it. Look at it with your own eyes: with your release it leaves."
        }
    }

    private static func source(of draft: Draft) -> String {
        let origin = draft.body.template.isEmpty ? "written by hand" : "from \(draft.body.template)"
        return draft.version > 1 ? "\(origin), version \(draft.version) by \(draft.author)" : origin
    }
}
