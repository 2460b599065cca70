import Foundation
import Model

/// A message of the customer as a page shows it: only ever as text.
struct MessageView: Sendable {
    struct File: Sendable {
        var name: String
        var type: String
        var size: String
        /// Where it is fetched by a form; nil for files that are in the message itself, or have no address.
        var fetch: String?
    }

    var id: Message.ID
    var who: String
    var address: String?
    var when: Moment
    var pieces: [MarkedText.Piece]
    /// The decoded text with quotes and signature, where it says more than the new part.
    var whole: String?
    /// Set where a text was too long to be shown in full.
    var cut: String?
    var files: [File]
    var hasFiles: Bool
    var remarks: [String]
    var isEncrypted: Bool

    /// Unicode scalars of one text that a page shows; the rest is in the original.
    static let limit = 20_000

    init(_ message: Message, clock: Clock) {
        let content = message.content
        let text = message.reading?.newText ?? content?.text ?? ""
        id = message.id
        who = Person.name(content?.from)
        address = content?.from.flatMap { $0.name == nil ? nil : $0.address }
        when = clock.moment(content?.date ?? message.takenAt)
        // Only the intent that was chosen: marks for all of them would explain nothing.
        let chosen = [message.reading?.chosenIntent].compactMap(\.self)
        pieces = MarkedText.pieces(of: Self.shortened(text), intents: chosen)
        let full = content?.text ?? ""
        whole = full == text ? nil : Self.shortened(full)
        let longest = max(text.unicodeScalars.count, full.unicodeScalars.count)
        cut = longest > Self.limit ? "Only the first \(Self.limit) characters are shown." : nil
        files = (content?.attachments ?? []).map(File.init)
        hasFiles = !files.isEmpty
        remarks = content?.remarks ?? []
        isEncrypted = content?.protection == .encrypted
    }

    private static func shortened(_ text: String) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    }
}

extension MessageView.File {
    init(_ attachment: Attachment) {
        name = attachment.name.isEmpty ? "unnamed file" : attachment.name
        type = attachment.type
        size = attachment.size > 0 ? ByteCount.text(attachment.size) : "size unknown"
    }
}

enum ByteCount {
    /// `812 B`, `14 KB`, `2.5 MB`.
    static func text(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: return "\(bytes) B"
        case ..<1_000_000: return "\(bytes / 1_000) KB"
        default:
            let tenths = bytes / 100_000
            return "\(tenths / 10).\(tenths % 10) MB"
        }
    }
}

/// Something said earlier in the conversation, by either side.
struct EarlierView: Sendable {
    var who: String
    var isOurs: Bool
    var when: Moment
    var text: String
    /// What became of a mail of ours; nil for the customer's.
    var state: String?

    /// Every message but the one in front, and every mail of ours, oldest first.
    static func all(_ record: ConversationRecord, except front: Message.ID?, clock: Clock) -> [EarlierView] {
        let drafts = Dictionary(record.drafts.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        let theirs = record.messages.filter { $0.id != front }.map { ($0.takenAt, EarlierView($0, clock: clock)) }
        let ours = record.outgoing.filter { $0.state != .cancelled }.map { mail in
            (mail.createdAt, EarlierView(mail, draft: mail.draft.flatMap { drafts[$0] }, clock: clock))
        }
        return (theirs + ours).sorted { $0.0 < $1.0 }.map(\.1)
    }

    private init(_ message: Message, clock: Clock) {
        who = Person.name(message.content?.from)
        isOurs = false
        when = clock.moment(message.content?.date ?? message.takenAt)
        text = String((message.reading?.newText ?? message.content?.text ?? "").prefix(MessageView.limit))
    }

    private init(_ mail: OutgoingMail, draft: Draft?, clock: Clock) {
        who = mail.approvedBy ?? "wavelength"
        isOurs = true
        when = clock.moment(mail.createdAt)
        let otherwise = mail.kind == .acknowledgement ? "An automatic acknowledgement." : ""
        text = draft?.body.filledText(signature: mail.approvedBy) ?? otherwise
        state = OutgoingWords.state(mail)
    }
}
