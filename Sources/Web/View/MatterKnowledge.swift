import Model
import Pipeline

/// What there is to know about a matter besides its record.
struct MatterKnowledge: Sendable {
    /// Of the pending draft, or of what was typed in its place; nil where there is none.
    var review: DraftReview?
    /// Oldest first.
    var promises: [Promise] = []
    /// How the customer is addressed, where somebody has said so.
    var formality: Formality?
    /// Who may see to a promise, by their names.
    var people: [String] = []
    /// Who looks.
    var user: User?
    var charter = CharterBook([])
    /// The chat that the conversation is in; nil for mail.
    var channel: ChannelSettings?
    /// The mail address that the customer typed into the widget, to which answers go as well; nil for none.
    var leftAddress: String?
    /// How long it can be answered there; nil where at any time.
    var window: ReplyWindowStanding?
    /// The messages that were read together with the one in front.
    var burst: [Message.ID] = []
    /// The messages that replies of ours in a chat went out in.
    var parts: [OutgoingMail.ID: [String]] = [:]
    /// nil where nobody knows who the customer is.
    var customer: KnownCustomer?
    /// By inbox, for all that are chats.
    var providers: [InboxName: ChannelProvider] = [:]
}
