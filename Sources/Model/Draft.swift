package import Foundation

/// A reply in the making. Each edit is a new version; an approval is for one version.
package struct Draft: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Draft>

    package enum State: String, Hashable, Sendable, Codable {
        /// Waits for a person.
        case pending
        /// A person released it; its mail is in the outbox.
        case approved
        case rejected
        /// The customer wrote again, and a newer draft took its place; or what it was to tell is no longer so.
        case superseded
        /// Its mail left.
        case sent
    }

    package var id: ID
    package var conversation: Conversation.ID
    /// The message it answers.
    package var message: Message.ID
    /// 1 for what the machine drafted, one more for each edit.
    package var version: Int
    package var state: State
    package var body: DraftBody
    package var threadHead: ThreadHead
    package var createdAt: Date
    /// Who wrote this version: `wavelength` or a user's name.
    package var author: String
    /// Who approved or rejected it.
    package var decidedBy: String?
    /// Why it came back or was rejected, in one sentence.
    package var note: String?
    /// Who asked somebody with more authority to decide, and has not been answered; nil for all other drafts.
    package var askedBy: String?

    package init(
        id: ID,
        conversation: Conversation.ID,
        message: Message.ID,
        version: Int,
        state: State,
        body: DraftBody,
        threadHead: ThreadHead,
        createdAt: Date,
        author: String,
        decidedBy: String? = nil,
        note: String? = nil,
        askedBy: String? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.message = message
        self.version = version
        self.state = state
        self.body = body
        self.threadHead = threadHead
        self.createdAt = createdAt
        self.author = author
        self.decidedBy = decidedBy
        self.note = note
        self.askedBy = askedBy
    }
}

/// What a draft says and to whom: the part that a person may change.
package struct DraftBody: Hashable, Sendable {
    package var subject: String
    /// Markdown. An open slot stands in it as `[[name]]`.
    package var text: String
    package var recipients: Recipients
    package var slots: [Slot]
    /// The template's name, such as `order.where`; empty for a reply written from nothing.
    package var template: String
    package var language: String
    /// The intents that it answers, in the order of the text; empty for a reply written from nothing.
    package var matters: [String] = []
    /// Which of `matters` the goodwill in it is for: the one whose words offer it. Empty for a reply that offers none, and
    /// for those that were composed before it was kept.
    package var goodwillMatter = ""
    /// The moves of the text as it was composed; empty once a person has changed it.
    package var moves: [MoveSpan] = []
    /// nil until somebody has said what the reply promises, or that it promises nothing.
    package var promise: DraftPromise?
    /// The ids of the limits that it names.
    package var limits: [String] = []
    package var occasion = Occasion.message
    package var formality = Formality.formal
    package var form = ReplyForm.mail
    /// What makes it a recovery; empty for all other replies.
    package var recovery: [RecoveryCause] = []
    /// The second failure with one customer: two people have to release it.
    package var wantsSecondPair = false

    package init(
        subject: String,
        text: String,
        recipients: Recipients,
        slots: [Slot] = [],
        template: String = "",
        language: String = "en"
    ) {
        self.subject = subject
        self.text = text
        self.recipients = recipients
        self.slots = slots
        self.template = template
        self.language = language
    }
}

extension DraftBody {
    /// The cause that goodwill in it counts for; empty where the reply has no matter.
    package var goodwillCause: String {
        goodwillMatter.isEmpty ? matters.first ?? "" : goodwillMatter
    }
}

/// Who gets a reply.
package struct Recipients: Hashable, Sendable, Codable {
    package var to: [MailAddress]
    package var cc: [MailAddress]

    package init(to: [MailAddress], cc: [MailAddress] = []) {
        self.to = to
        self.cc = cc
    }

    package var all: [MailAddress] {
        to + cc
    }
}

/// Something in a reply that only a person (or a look-up) can fill. An open required slot can never be sent.
package struct Slot: Hashable, Sendable, Codable {
    package enum Kind: Hashable, Sendable, Codable {
        case text
        case date
        case money
        case choice([String])
        /// What is given beside the answer: the value is the id of an offer, its title is what the customer reads.
        case goodwill([GoodwillOffer])
    }

    /// What stands in the text as `[[name]]`: letters, digits and underscores.
    package var name: String
    /// The question put to the person.
    package var label: String
    package var kind: Kind
    package var isRequired: Bool
    /// nil until filled.
    package var value: String?

    package init(name: String, label: String, kind: Kind = .text, isRequired: Bool = true, value: String? = nil) {
        self.name = name
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.value = value
    }
}
