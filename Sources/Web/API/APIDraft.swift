import Foundation
import Model
import Pipeline

/// An address in the API.
struct APIAddress: Codable, Hashable, Sendable {
    var name: String?
    var address: String

    init(_ address: MailAddress) {
        name = address.name
        self.address = address.address
    }

    var model: MailAddress { MailAddress(name: name, address: address) }
}

/// Recipients in the API.
struct APIRecipients: Codable, Hashable, Sendable {
    var to: [APIAddress]
    var cc: [APIAddress]

    init(_ recipients: Recipients) {
        to = recipients.to.map(APIAddress.init)
        cc = recipients.cc.map(APIAddress.init)
    }

    var model: Recipients { Recipients(to: to.map(\.model), cc: cc.map(\.model)) }
}

/// A draft in the API.
struct APIDraft: Codable, Hashable, Sendable {
    struct Slot: Codable, Hashable, Sendable {
        var name: String
        var label: String
        /// `text`, `date`, `money`, `choice`, or `goodwill`, whose choices are ids of offers.
        var kind: String
        var choices: [String]?
        var isRequired: Bool
        var value: String?
    }

    /// Why it was made: `message`, or what a customer did not write about.
    struct Occasion: Codable, Hashable, Sendable {
        /// `message`, `promise-late`, `promise-early`, `limit-ended`, `check-back`.
        var kind: String
        var promise: Int64?
        var limit: String?
    }

    var id: Int64
    var conversation: Int64
    var message: Int64
    var version: Int
    var state: String
    var subject: String
    var text: String
    var recipients: APIRecipients
    var slots: [Slot]
    var template: String
    var language: String
    /// The intents that it answers.
    var matters: [String]
    var occasion: Occasion
    /// `formal` or `informal`.
    var formality: String
    /// What makes it a recovery; empty for all other replies.
    var recovery: [String]
    /// Two people have to release it.
    var wantsSecondPair: Bool
    /// nil while nobody has decided.
    var promise: APIPromises?
    /// Who asked somebody with more authority, and has not been answered.
    var askedBy: String?
    // What follows stands only where one draft is asked for.

    /// 100 less what each finding costs.
    var score: Int?
    var findings: [APIFinding]?
    /// What the findings' places are in: the draft as the customer will read it.
    var checkedText: String?
    /// What it promises, as if it were released now.
    var promised: [APIReview.Promised]?
    /// Days that are realistic to promise, by matter.
    var suggestedDays: [String: String]?
    /// Those that it names.
    var limits: [APIReview.LimitNamed]?
    /// What may be given with it.
    var offers: [APIReview.Offer]?
    /// What keeps this user from releasing it as it stands.
    var obstacles: [APIError.Reason]?
    /// Who released it first, where two people have to.
    var firstRelease: String?
    /// What somebody with more authority was asked.
    var question: APIReview.Question?
    /// How it would go out in a chat; left out for mail.
    var chat: APIChatOutlook?

    /// The head of the conversation now: what an approval has to carry.
    var threadHead: String
    var createdAt: Date
    var author: String
    var decidedBy: String?
    var note: String?

    init(_ draft: Draft, head: ThreadHead, review: DraftReview? = nil) {
        id = draft.id.rawValue
        conversation = draft.conversation.rawValue
        message = draft.message.rawValue
        version = draft.version
        state = draft.state.rawValue
        subject = draft.body.subject
        text = draft.body.text
        recipients = APIRecipients(draft.body.recipients)
        slots = draft.body.slots.map(Slot.init)
        template = draft.body.template
        language = draft.body.language
        matters = draft.body.matters
        occasion = Occasion(draft.body.occasion)
        formality = draft.body.formality.rawValue
        recovery = draft.body.recovery.map(\.rawValue)
        wantsSecondPair = draft.body.wantsSecondPair
        promise = draft.body.promise.map(APIPromises.init)
        askedBy = draft.askedBy
        threadHead = head.description
        createdAt = draft.createdAt
        author = draft.author
        decidedBy = draft.decidedBy
        note = draft.note
        if let review { add(review) }
    }
}

extension APIDraft.Slot {
    init(_ slot: Slot) {
        name = slot.name
        label = slot.label
        isRequired = slot.isRequired
        value = slot.value
        switch slot.kind {
        case .text: kind = "text"
        case .date: kind = "date"
        case .money: kind = "money"
        case .choice(let values):
            kind = "choice"
            choices = values
        case .goodwill(let offers):
            kind = "goodwill"
            choices = offers.map(\.id)
        }
    }
}

extension APIDraft.Occasion {
    init(_ occasion: Occasion) {
        switch occasion {
        case .message: kind = "message"
        case .promiseLate(let id):
            kind = "promise-late"
            promise = id.rawValue
        case .promiseEarly(let id):
            kind = "promise-early"
            promise = id.rawValue
        case .limitEnded(let id):
            kind = "limit-ended"
            limit = id
        case .checkBack: kind = "check-back"
        }
    }
}
