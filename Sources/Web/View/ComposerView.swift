import Model

/// The draft in front of the person: text, slots, recipients, and what an approval binds to.
struct ComposerView: Sendable {
    var draft: Draft.ID
    var version: Int
    var head: String
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
    /// True where the person's own text differs from what is stored.
    var isTyped: Bool

    /// - Parameter typed: what a person had typed when a decision was refused; it is never lost.
    init(_ draft: Draft, head: ThreadHead, typed: DraftBody?, customer: MailAddress?, at: Int) {
        let body = typed ?? draft.body
        self.draft = draft.id
        version = draft.version
        self.head = head.description
        subject = body.subject
        to = body.recipients.to.map(Person.mailbox).joined(separator: ", ")
        cc = body.recipients.cc.map(Person.mailbox).joined(separator: ", ")
        markdown = body.text
        rows = min(
            24,
            max(8, body.text.split(separator: "\n", omittingEmptySubsequences: false).count + body.text.count / 90)
        )
        content = DraftPieces(body)
        hasOthers = !content.others.isEmpty
        source = Self.source(of: draft)
        note = draft.note
        firstName = Person.firstName(customer)
        self.at = at
        isTyped = typed.map { $0 != draft.body } ?? false
    }

    private static func source(of draft: Draft) -> String {
        let origin = draft.body.template.isEmpty ? "written by hand" : "from \(draft.body.template)"
        return draft.version > 1 ? "\(origin), version \(draft.version) by \(draft.author)" : origin
    }
}
