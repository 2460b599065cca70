import Foundation
import Model

/// One conversation: what the customer wrote, the draft, and why it is that draft.
struct MatterPage: Page {
    static let template = "matter"

    struct Event: Sendable {
        var text: String
        var when: Moment
    }

    /// Where nothing was drafted: an empty sheet, or the word that none is needed.
    struct Starter: Sendable {
        var message: Message.ID
        /// Whom it goes to in a chat; nil for mail.
        var chat: ChatEnvelope?
        var subject: String
        var to: String
        var text: String
    }

    /// The words of a reply that did not leave, to go on with.
    struct Stopped: Sendable {
        var by: String
        var text: String
        var rows: Int
    }

    /// A draft that was decided already.
    struct Decided: Sendable {
        var state: String
        var by: String?
        var text: String
        var note: String?
    }

    var frame: Frame
    var conversation: Conversation.ID
    var subject: String
    /// `to support`, `in Slack (shop)`.
    var place: String
    /// Everything that was said, where it is a chat; nil for mail.
    var talk: TalkView?
    var isTalk: Bool
    /// What was delivered under the number of something else, with other bytes.
    var contradictions: [String]
    var hasContradictions: Bool
    var customer: CustomerView?
    /// How long the chat can be answered; nil where at any time.
    var window: WindowView?
    var queue: [QueueItem]
    /// `3 of 14`; nil where it is not in the part of the queue that is shown.
    var position: String?
    var front: MessageView?
    var earlier: [EarlierView]
    var earlierCount: Int
    var hasEarlier: Bool
    /// A reply that was stopped since the customer wrote again; nil where none was, or what waits is its own draft.
    var stopped: Stopped?
    var composer: ComposerView?
    var starter: Starter?
    var decided: Decided?
    var why: WhyView?
    var correcting: CorrectingView?
    var history: [Event]
    var promises: [PromiseItem]
    var hasPromises: Bool
    var addressing: AddressView?
    /// Where the queue goes on afterwards.
    var queuePlace: Int
    /// What changed, where a decision was refused.
    var refusalHeading = ""
    var refusals: [String] = []
    var isRefused = false
    /// What the person had typed, where it has no place in the form any more.
    var kept: String?
    /// The stored text, where it differs from what the person had typed.
    var theirs: String?
}
