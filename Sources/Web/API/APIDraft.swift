import Foundation
import Model

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
        /// `text`, `date`, `money` or `choice`.
        var kind: String
        var choices: [String]?
        var isRequired: Bool
        var value: String?
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
    /// The head of the conversation now: what an approval has to carry.
    var threadHead: String
    var createdAt: Date
    var author: String
    var decidedBy: String?
    var note: String?

    init(_ draft: Draft, head: ThreadHead) {
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
        threadHead = head.description
        createdAt = draft.createdAt
        author = draft.author
        decidedBy = draft.decidedBy
        note = draft.note
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
