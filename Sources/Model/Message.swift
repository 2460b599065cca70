package import Foundation

/// A message that was taken from an inbox, with what is known of it so far.
package struct Message: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Message>

    /// Where a taken message stands. The law of custody: taken = open + answered + parked.
    package enum State: Hashable, Sendable {
        /// Durable, not yet looked at. Counts as open.
        case stored
        /// Read; a person's decision is owed.
        case open
        /// A reply to it was sent, or a person decided that none is needed.
        case answered
        case parked(ParkReason)
    }

    package var id: ID
    package var inbox: InboxName
    /// What its raw bytes are.
    package var form: MessageForm
    package var state: State
    package var circumstance: Circumstance
    /// When it was taken.
    package var takenAt: Date
    package var size: Int
    /// nil until it was read.
    package var conversation: Conversation.ID?
    package var content: MessageContent?
    package var reading: Reading?
    /// What a person said it is about; nil where nobody has.
    package var correction: Correction?

    package init(
        id: ID,
        inbox: InboxName,
        form: MessageForm = .mail,
        state: State,
        circumstance: Circumstance,
        takenAt: Date,
        size: Int,
        conversation: Conversation.ID? = nil,
        content: MessageContent? = nil,
        reading: Reading? = nil,
        correction: Correction? = nil
    ) {
        self.id = id
        self.inbox = inbox
        self.form = form
        self.state = state
        self.circumstance = circumstance
        self.takenAt = takenAt
        self.size = size
        self.conversation = conversation
        self.content = content
        self.reading = reading
        self.correction = correction
    }

    /// The intents that count: what a person said, else what was clear.
    package var matters: [String] {
        correction?.intents ?? reading?.matters ?? []
    }
}

/// A stored message as the reader gets it: raw bytes and how they came.
package struct UnreadMessage: Hashable, Sendable {
    package var id: Message.ID
    package var inbox: InboxName
    package var raw: [UInt8]
    package var form: MessageForm
    package var circumstance: Circumstance
    package var takenAt: Date
    package var sourceDate: Date?
    /// Kept where the message was parked at taking: its header is read all the same, so that it can be listed.
    package var parked: ParkReason?

    package init(
        id: Message.ID,
        inbox: InboxName,
        raw: [UInt8],
        form: MessageForm = .mail,
        circumstance: Circumstance,
        takenAt: Date,
        sourceDate: Date? = nil,
        parked: ParkReason? = nil
    ) {
        self.id = id
        self.inbox = inbox
        self.raw = raw
        self.form = form
        self.circumstance = circumstance
        self.takenAt = takenAt
        self.sourceDate = sourceDate
        self.parked = parked
    }
}
