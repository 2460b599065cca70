package import Model

/// A reply with what is known of the message it answers.
package struct ReplyToCheck: Hashable, Sendable {
    /// Plain text as the customer will read it; open slots as `[[name]]`.
    package var text: String
    /// An ISO 639 code.
    package var language: String
    package var formality: Formality
    package var form: ReplyForm
    /// nil where the reply answers nothing that is known: then only the checks of its own text run.
    package var message: Reading?
    /// How many files came with the message.
    package var attachments: Int
    /// The customer's display name; nil where unknown.
    package var customerName: String?
    package var matters: [String]
    /// Where its moves stand in `text`; may be empty.
    package var moves: [MoveSpan]
    /// nil where nobody has said what it promises.
    package var promise: DraftPromise?
    package var recovery: [RecoveryCause]
    /// The names under which a person of ours may sign it; empty where unknown.
    package var signedBy: [String]
    /// The names of slots that are still open on purpose: a person has to fill them before it leaves.
    package var openSlots: Set<String>

    package init(
        text: String,
        language: String,
        formality: Formality = .formal,
        form: ReplyForm = .mail,
        message: Reading? = nil,
        attachments: Int = 0,
        customerName: String? = nil,
        matters: [String] = [],
        moves: [MoveSpan] = [],
        promise: DraftPromise? = nil,
        recovery: [RecoveryCause] = [],
        signedBy: [String] = [],
        openSlots: Set<String> = []
    ) {
        self.text = text
        self.language = language
        self.formality = formality
        self.form = form
        self.message = message
        self.attachments = attachments
        self.customerName = customerName
        self.matters = matters
        self.moves = moves
        self.promise = promise
        self.recovery = recovery
        self.signedBy = signedBy
        self.openSlots = openSlots
    }
}
