import Foundation
import HTTPTypes
import Model

/// What a person had in their form when it was refused.
struct Refused: Sendable {
    /// `Not sent.` and the like.
    var heading: String
    var sentences: [String]
    var typed: DraftBody?
    var draft: Draft.ID?
    var reason = ""
    var status: HTTPResponse.Status
}

/// The column of the queue beside a conversation.
struct QueueColumn: Sendable {
    var entries: [QueueEntry] = []
    /// Of the inboxes that are chats.
    var providers: [InboxName: ChannelProvider] = [:]
    /// The place of the first entry, from 0.
    var first = 0
    var count = 0
    /// The place that the person came from.
    var at = 0
    /// Whether questions to a senior are for the person who looks.
    var isSenior = false
}

extension MatterPage {
    /// - Parameters:
    ///   - known: what there is to know besides the record.
    ///   - intents: what the message can be said to be about.
    init(
        _ record: ConversationRecord,
        frame: Frame,
        column: QueueColumn,
        known: MatterKnowledge = MatterKnowledge(),
        intents: [Intent] = [],
        refused: Refused? = nil,
        clock: Clock
    ) {
        let conversation = record.conversation
        let front = record.messages.last { $0.state == .open } ?? record.messages.last
        let pending = record.drafts.last { $0.state == .pending }
        let place = column.entries.firstIndex { $0.conversation.id == conversation.id }.map { column.first + $0 }
        self.frame = frame
        self.conversation = conversation.id
        subject = Subject.shown(conversation.subject)
        talk = TalkView(record, front: front, burst: known.burst, clock: clock)
        isTalk = talk != nil
        self.place = Self.place(conversation.inbox, known, isTalk: isTalk)
        contradictions = Self.contradictions(record)
        hasContradictions = !contradictions.isEmpty
        customer = CustomerView(known.customer, provider: { known.providers[$0] }, clock: clock)
        queue = QueueItem.items(column, current: conversation.id, clock: clock)
        position = place.map { "\($0 + 1) of \(column.count)" }
        self.front = front.map { MessageView($0, clock: clock) }
        earlier = EarlierView.all(record, except: front?.id, clock: clock)
        earlierCount = earlier.count
        hasEarlier = !earlier.isEmpty
        why = front?.reading.map(WhyView.init)
        // The rules of automatic mail look for what no chat has, such as a Return-Path.
        if isTalk, front?.reading?.automatic.verdict == .human { why?.automatic = nil }
        correcting = front.flatMap { CorrectingView($0, intents: intents, at: place ?? column.at) }
        history = record.history.suffix(30).reversed().map { Event($0, clock: clock) }
        promises = known.promises.map { PromiseItem($0, inConversation: true, clock: clock) }
        hasPromises = !promises.isEmpty
        addressing = Self.addressing(record, front: front, pending: pending, known)
        queuePlace = place ?? column.at
        composer = pending.map { Self.composer($0, in: conversation, refused, known, at: place ?? column.at) }
        if let refused { tell(refused, pending: pending) }
        decide(record, front: front, hasPending: pending != nil, typed: refused?.typed, known)
    }

    /// With what the person had typed, where that was refused.
    private static func composer(
        _ draft: Draft,
        in conversation: Conversation,
        _ refused: Refused?,
        _ known: MatterKnowledge,
        at place: Int
    ) -> ComposerView {
        ComposerView(
            draft,
            head: conversation.head,
            typed: refused?.draft == draft.id ? refused?.typed : nil,
            customer: conversation.customer,
            known: known,
            at: place
        )
    }

    private static func place(_ inbox: InboxName, _ known: MatterKnowledge, isTalk: Bool) -> String {
        isTalk ? "in \(ChannelWords.place(inbox, known.channel?.provider))" : "to \(inbox)"
    }

    /// Told of the messages themselves, else of the deliveries that they came in.
    private static func contradictions(_ record: ConversationRecord) -> [String] {
        let all = record.history.filter { $0.event == .contradicted }
        let ofMessages = all.filter { $0.message != nil }
        return (ofMessages.isEmpty ? all : ofMessages).map { entry in
            let place = entry.message == nil ? entry.delivery.map { "Delivery \($0): " } ?? "" : ""
            let sentence = "\(place)\(entry.detail)."
            return sentence.prefix(1).uppercased() + sentence.dropFirst()
        }
    }

    /// nil where nobody knows whom a reply would address.
    private static func addressing(
        _ record: ConversationRecord,
        front: Message?,
        pending: Draft?,
        _ known: MatterKnowledge
    ) -> AddressView? {
        guard record.conversation.customer != nil else { return nil }
        let language = pending?.body.language ?? front?.reading?.language ?? ""
        let formality = pending?.body.formality ?? record.drafts.last?.body.formality ?? .formal
        return AddressView(language: language, kept: known.formality, drafted: formality)
    }

    private mutating func tell(_ refused: Refused, pending: Draft?) {
        refusalHeading = refused.heading
        refusals = refused.sentences
        isRefused = !refusals.isEmpty
        composer?.reason = refused.reason
        if composer?.isTyped == true { theirs = pending?.body.text }
        if let typed = refused.typed, refused.draft != pending?.id { kept = typed.text }
    }

    private mutating func decide(
        _ record: ConversationRecord,
        front: Message?,
        hasPending: Bool,
        typed: DraftBody?,
        _ known: MatterKnowledge
    ) {
        guard !hasPending else { return }
        if let front, front.state == .open {
            starter = Starter(front, typed: typed, provider: known.channel?.provider)
            kept = nil
        } else {
            decided = record.drafts.last.map(Decided.init)
        }
    }
}

extension MatterPage.Starter {
    init(_ message: Message, typed: DraftBody?, provider: ChannelProvider?) {
        self.message = message.id
        chat = message.form == .chat ? ChatEnvelope(message.content?.from, provider: provider) : nil
        subject = typed?.subject ?? Self.replySubject(message.content?.subject ?? "")
        let recipients = typed?.recipients.to ?? Self.recipients(message)
        to = recipients.map(Person.mailbox).joined(separator: ", ")
        text = typed?.text ?? ""
    }

    /// Whom a reply would go to; nobody where a program reports on a delivery, since nobody reads there.
    private static func recipients(_ message: Message) -> [MailAddress] {
        let verdict = message.reading?.automatic.verdict ?? .human
        guard let content = message.content, verdict != .bounce, verdict != .deliveryReport else { return [] }
        return content.replyTo.isEmpty ? [content.from].compactMap(\.self) : content.replyTo
    }

    static func replySubject(_ subject: String) -> String {
        subject.lowercased().hasPrefix("re:") ? subject : "Re: \(subject)"
    }
}

extension MatterPage.Decided {
    init(_ draft: Draft) {
        state = OutgoingWords.refusal(draft.state)
        by = draft.decidedBy
        text = draft.body.filledText(signature: draft.decidedBy)
        note = draft.note
    }
}

extension MatterPage.Event {
    init(_ entry: HistoryEntry, clock: Clock) {
        let detail = entry.detail.isEmpty ? "" : ": \(entry.detail)"
        let delivery = entry.delivery.map { " (delivery \($0))" } ?? ""
        text = "\(entry.event.rawValue.replacing("-", with: " "))\(delivery) by \(entry.actor)\(detail)"
        when = clock.moment(entry.at)
    }
}
