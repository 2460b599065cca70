import Foundation
import Model

/// A chat as it went: everything that either side said, in its order, with what was read together side by side.
struct TalkView: Sendable {
    /// One message of either side.
    struct Line: Sendable {
        var who: String
        var isOurs: Bool
        var when: Moment
        var pieces: [MarkedText.Piece]
        /// What became of a reply of ours; nil for the customer's.
        var state: String?
        var files: [MessageView.File]
        var hasFiles: Bool
        var remarks: [String]
        /// Where the whole mail is, for what came by mail: only its new part is shown.
        var original: String?
    }

    /// Lines that stand together.
    struct Group: Sendable {
        /// How many messages were read as one thought; nil for a line by itself.
        var together: Int?
        var lines: [Line]
    }

    /// Folded away at first.
    var older: [Group]
    var olderCount: Int
    var hasOlder: Bool
    var recent: [Group]

    /// Groups that a page shows at once.
    static let shown = 24

    /// nil for mail.
    ///
    /// - Parameter burst: the messages that were read together with the one in front, itself left out.
    init?(_ record: ConversationRecord, front: Message?, burst: [Message.ID], clock: Clock) {
        guard record.messages.contains(where: { $0.form == .chat }) else { return nil }
        let together = Self.together(record, front: front, burst: burst)
        let marks = Self.marks(together, front: front)
        let drafts = Dictionary(record.drafts.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        let theirs = record.messages.map { message in
            let line = Line(message, marked: marks[message.id], clock: clock)
            return Said(at: message.said, isTogether: together.contains { $0.id == message.id }, line: line)
        }
        let ours = record.outgoing.filter { $0.state != .cancelled }.map { mail in
            let line = Line(mail, draft: mail.draft.flatMap { drafts[$0] }, clock: clock)
            return Said(at: mail.createdAt, isTogether: false, line: line)
        }
        let groups = Self.groups((theirs + ours).sorted { $0.at < $1.at })
        recent = groups.suffix(Self.shown)
        older = groups.dropLast(Self.shown)
        olderCount = older.map(\.lines.count).reduce(0, +)
        hasOlder = !older.isEmpty
    }

    private struct Said {
        var at: Date
        var isTogether: Bool
        var line: Line
    }

    private static func groups(_ all: [Said]) -> [Group] {
        var groups: [Group] = []
        for said in all {
            if said.isTogether, let last = groups.last?.together {
                groups[groups.count - 1].lines.append(said.line)
                groups[groups.count - 1].together = last + 1
            } else {
                groups.append(Group(together: said.isTogether ? 1 : nil, lines: [said.line]))
            }
        }
        return groups
    }

    /// In the order in which their words were read; empty where the message in front was read alone.
    private static func together(_ record: ConversationRecord, front: Message?, burst: [Message.ID]) -> [Message] {
        guard let front else { return [] }
        let others = record.messages.filter { message in
            message.id != front.id && burst.contains(message.id) && message.isBeside(front)
        }
        return others.isEmpty ? [] : (others + [front]).sorted { $0.said < $1.said }
    }

    /// The words that spoke for the draft, each in the message that it stands in.
    private static func marks(_ together: [Message], front: Message?) -> [Message.ID: [MarkedText.Piece]] {
        guard let front, let reading = front.reading else { return [:] }
        let messages = (together.isEmpty ? [front] : together).filter { !$0.words.isEmpty }
        let texts = messages.map(\.words)
        let intents = [reading.chosenIntent].compactMap(\.self)
        // Where more was taken off than a chat usually has, such as a signature, nobody knows where words stand.
        guard texts.joined(separator: "\n") == reading.newText, reading.newText.utf8.count <= MessageView.limit else {
            return [:]
        }
        var marks: [Message.ID: [MarkedText.Piece]] = [:]
        var start = 0
        for (message, text) in zip(messages, texts) {
            let length = text.unicodeScalars.count
            marks[message.id] = MarkedText.pieces(of: text, intents: intents.map { $0.part(from: start, length) })
            start += length + 1
        }
        return marks
    }
}

extension TalkView.Line {
    init(_ message: Message, marked: [MarkedText.Piece]?, clock: Clock) {
        let content = message.content
        who = Person.name(content?.from)
        isOurs = false
        when = clock.moment(message.said)
        pieces = marked ?? MarkedText.pieces(of: String(message.words.prefix(MessageView.limit)), intents: [])
        files = (content?.attachments ?? []).enumerated().map { number, attachment in
            var file = MessageView.File(attachment)
            // The files of a mail are in the mail.
            if message.form == .chat { file.fetch = "/messages/\(message.id)/files/\(number)" }
            return file
        }
        hasFiles = !files.isEmpty
        remarks = content?.remarks ?? []
        if message.form == .mail { original = "/messages/\(message.id)/original" }
        if content?.protection == .encrypted {
            remarks.append("This mail is encrypted; its words are not readable here.")
        }
    }

    init(_ mail: OutgoingMail, draft: Draft?, clock: Clock) {
        let otherwise = mail.kind == .acknowledgement ? "An automatic acknowledgement." : ""
        let text = draft?.body.filledText(signature: mail.approvedBy) ?? otherwise
        who = mail.approvedBy ?? "wavelength"
        isOurs = true
        when = clock.moment(mail.createdAt)
        pieces = MarkedText.pieces(of: text, intents: [])
        state = OutgoingWords.state(mail)
        files = []
        hasFiles = false
        remarks = mail.copy == .mailed ? [] : [OutgoingWords.copy(mail)].compactMap(\.self)
    }
}

extension Message {
    /// By the provider's clock, where it says.
    fileprivate var said: Date {
        content?.date ?? takenAt
    }

    /// What was written this time: of a mail neither what it quotes nor the signature.
    fileprivate var words: String {
        let text = content?.text ?? ""
        return form == .mail ? reading?.newText ?? text : text
    }

    fileprivate func isBeside(_ other: Message) -> Bool {
        guard let own = content?.chat, let other = other.content?.chat else { return false }
        return own.isBeside(other)
    }
}

extension ScoredIntent {
    /// The evidence that stands wholly in a part of the text, with offsets into that part.
    fileprivate func part(from start: Int, _ length: Int) -> ScoredIntent {
        var part = self
        part.evidence = evidence.compactMap { evidence in
            guard evidence.start >= start, evidence.end <= start + length else { return nil }
            var moved = evidence
            moved.start -= start
            moved.end -= start
            return moved
        }
        return part
    }
}
