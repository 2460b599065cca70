import Crypto
package import Foundation
import MIME
package import Model
package import Reading
package import Replies

/// Turns the bytes of a message into everything that is filed about it. Pure: the same bytes, settings and time give the
/// same filing, and `inspect` shows what the daemon would do.
package struct MessagePreparation: Sendable {
    private var reader: MessageReader
    var composer: DraftComposer
    let charter: Charter
    private let inboxes: [InboxName: Inbox]
    private let fallback: Inbox
    private let ownAddresses: Set<String>
    private let token: MessageToken

    /// - Parameters:
    ///   - charter: what drafts are checked by.
    ///   - inboxes: every inbox that is configured.
    ///   - fallback: what an inbox is taken for that is no longer configured.
    package init(
        reader: MessageReader,
        composer: DraftComposer,
        charter: Charter = Charter(.empty),
        inboxes: [Inbox],
        fallback: Inbox,
        ownAddresses: Set<String>,
        token: MessageToken
    ) {
        self.reader = reader
        self.composer = composer
        self.charter = charter
        self.inboxes = Dictionary(inboxes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.fallback = fallback
        self.ownAddresses = ownAddresses
        self.token = token
    }

    /// Makes ready what the first message would have to wait for, such as the keywords of each inbox's own language, by
    /// preparing one that says nothing.
    package func getReady() {
        let raw = Array("Subject: ?\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nà 1 €?\r\n".utf8)
        let at = Date(timeIntervalSince1970: 0)
        for inbox in inboxes.keys {
            let id = Message.ID(rawValue: 0)
            _ = prepare(UnreadMessage(id: id, inbox: inbox, raw: raw, circumstance: .live, takenAt: at), at: at)
        }
    }

    /// What there is to say of a message. A message that was parked at taking gets no draft.
    ///
    /// - Parameters:
    ///   - situation: what is known besides it.
    ///   - beside: the chat messages that are one thought with it.
    package func prepare(
        _ message: UnreadMessage,
        beside others: [UnreadMessage] = [],
        at: Date,
        situation: ReplySituation = ReplySituation()
    ) -> Filing {
        let read = read(message, open(message, beside: others), languages: [])
        return filing(of: message, read, situation: situation, at: at)
    }

    /// The same with what the store and other systems know. Messages too short to tell their language by themselves are
    /// taken to be in the language that their writer used before.
    ///
    /// Throws where the store has to be waited for (`StoreError.isTransient`), and when the task is cancelled.
    package func prepare(_ message: UnreadMessage, at: Date, circumstances: Circumstances) async throws -> Filing {
        let channel = inbox(message.inbox).channel
        let opened = open(message, beside: try await circumstances.burst(before: message, in: channel))
        let content = opened.content
        let customer = customer(of: content)
        var languages: [String] = []
        if !opened.written.tellsLanguage, let person = customer?.key,
            let earlier = await circumstances.earlierLanguage(of: person, in: message.inbox)
        {
            languages = [earlier]
        }
        let read = read(message, opened, languages: languages)
        guard message.parked == nil, [.human, .list].contains(read.reading.automatic.verdict) else {
            // Nothing is asked of anybody for what is not drafted for.
            return filing(of: message, read, situation: nil, at: at)
        }
        let question = SituationQuestion(
            reading: read.reading,
            content: content,
            inbox: inbox(message.inbox),
            customer: customer,
            conversation: read.thread.verified,
            at: at
        )
        return filing(of: message, read, situation: await circumstances.situation(for: question), at: at)
    }

    /// A message taken out of its envelope.
    private struct OpenedMessage {
        var content: MessageContent
        var fields: [HeaderField]
        var toRead: MessageToRead
        var written: NewText
    }

    private func open(_ message: UnreadMessage, beside others: [UnreadMessage] = []) -> OpenedMessage {
        switch message.form {
        case .mail: openMail(message)
        case .chat: openChat(message, beside: others)
        case .delivery: openUnreadable(message)
        }
    }

    /// The text of all messages that are one thought, under the content of the newest. Its first words stand for a subject
    /// that nobody wrote, and are not read twice.
    private func openChat(_ message: UnreadMessage, beside others: [UnreadMessage]) -> OpenedMessage {
        guard let burst = ChatBurst(message, beside: others) else { return openUnreadable(message) }
        let content = MessageContent(burst.message, channel: message.inbox)
        var together = content
        together.subject = ""
        together.text = burst.text
        let isProgram = burst.message.person.isProgram
        let fields = isProgram ? [HeaderField(name: "Auto-Submitted", value: "auto-generated")] : []
        let toRead = MessageToRead(content: together, fields: fields, size: message.raw.count)
        return OpenedMessage(content: content, fields: fields, toRead: toRead, written: NewText(toRead))
    }

    /// Bytes that nobody could take apart, for the person who looks at them.
    private func openUnreadable(_ message: UnreadMessage) -> OpenedMessage {
        let content = MessageContent(text: String(decoding: message.raw, as: UTF8.self))
        let toRead = MessageToRead(content: content, fields: [], size: message.raw.count, hasReadableBody: false)
        return OpenedMessage(content: content, fields: [], toRead: toRead, written: NewText(toRead))
    }

    private func openMail(_ message: UnreadMessage) -> OpenedMessage {
        let parsed = ParsedMessage(parsing: message.raw)
        let toRead = MessageToRead(parsed, size: message.raw.count)
        return OpenedMessage(
            content: parsed.content,
            fields: parsed.fields,
            toRead: toRead,
            written: NewText(toRead)
        )
    }

    /// A message once it is read, before anything is drafted.
    private struct ReadMessage {
        var content: MessageContent
        var reading: Model.Reading
        var thread: ThreadKeys
    }

    private func read(_ message: UnreadMessage, _ opened: OpenedMessage, languages: [String]) -> ReadMessage {
        let reading = reader.read(
            opened.toRead,
            opened.written,
            languages: languages + [inbox(message.inbox).defaultLanguage],
            takenAt: message.takenAt,
            context: context(of: message, opened.fields)
        )
        let thread = threadKeys(opened.content, reading, inbox(message.inbox))
        return ReadMessage(content: opened.content, reading: reading, thread: thread)
    }

    /// - Parameter situation: nil where there is nothing to draft.
    private func filing(
        of message: UnreadMessage,
        _ read: ReadMessage,
        situation: ReplySituation?,
        at: Date
    ) -> Filing {
        let draft = situation.flatMap { situation in
            composer.draft(
                reading: read.reading,
                content: read.content,
                inbox: inbox(message.inbox),
                situation: situation
            )
        }
        return Filing(
            message: message.id,
            content: read.content,
            reading: read.reading,
            // One chat message comes in one form only; the same number with other words is another message.
            identity: message.form == .mail ? Self.identity(of: read.content, raw: message.raw) : "",
            thread: read.thread,
            customer: customer(of: read.content),
            draft: message.parked == nil ? draft : nil,
            at: at
        )
    }

    package func inbox(_ name: InboxName) -> Inbox {
        inboxes[name] ?? fallback
    }

    /// What a message can be about.
    package var intents: [Intent] {
        reader.intents
    }

    /// The same, having learned at once what one message is about.
    func corrected(_ text: String, language: String, intent: String) -> MessagePreparation {
        var corrected = self
        corrected.reader = reader.corrected(text, language: language, intent: intent)
        return corrected
    }

    private func context(of message: UnreadMessage, _ fields: [HeaderField]) -> AutomaticMailContext {
        AutomaticMailContext(
            ourAddresses: ownAddresses,
            isOurMessageID: { token.verify($0) != nil },
            loopField: Self.loopField,
            isOurLoopMark: { token.verifyLoopMark($0) },
            filterMarks: Self.filterMarks,
            authenticationServers: Self.receivingServer(fields),
            arrival: message.circumstance.arrival,
            age: message.sourceDate.map { .seconds(message.takenAt.timeIntervalSince($0)) }
        )
    }

    /// What common filters write. Whoever set them, they can only keep an automatic mail from being sent.
    private static let filterMarks: [AutomaticMailContext.FilterMark] = [
        .init(field: "X-Spam-Flag", value: "yes"), .init(field: "X-Spam-Status", value: "yes"),
        .init(field: "X-Virus-Status", value: "infected"), .init(field: "X-Virus-Status", value: "yes"),
    ]

    /// The authserv-id of the topmost `Authentication-Results`, which our own server put there if it puts any (RFC 8601
    /// §5). A forged one can only keep an automatic mail from being sent.
    private static func receivingServer(_ fields: [HeaderField]) -> Set<String> {
        let results = fields.values(of: "Authentication-Results").first ?? ""
        let server = results.prefix { $0 != ";" }.split(whereSeparator: \.isWhitespace).first
        return server.map { [$0.lowercased()] } ?? []
    }

    /// The field in which our automatic mail carries its signed mark.
    static let loopField = "X-Wavelength-Loop"

    private func threadKeys(_ content: MessageContent, _ reading: Model.Reading, _ inbox: Inbox) -> ThreadKeys {
        if let origin = content.chat { return ThreadKeys(of: content, in: origin, inbox) }
        var identifiers = content.inReplyTo + content.references.reversed()
        if let original = reading.bounce?.originalMessageID { identifiers.append(original) }
        let subject = SubjectLine.withoutReplyPrefix(content.subject).lowercased()
        let isFromPerson = reading.automatic.verdict == .human
        return ThreadKeys(
            verified: identifiers.lazy.compactMap(token.verify).first,
            identifiers: identifiers,
            person: isFromPerson ? customer(of: content)?.key : nil,
            subject: subject.count < Self.tellingSubject ? "" : subject
        )
    }

    /// Shorter subjects ("hi", "?") say nothing about which matter a mail belongs to.
    private static let tellingSubject = 4

    /// From, unless that is an address of ours (a form on the web site that mails itself): then Reply-To.
    func customer(of content: MessageContent) -> MailAddress? {
        let candidates = [content.from].compactMap(\.self) + content.replyTo
        return candidates.first { !$0.address.isEmpty && !ownAddresses.contains($0.key) }
    }

    /// Equal for one mail in two inboxes, whose headers differ by the trace fields only.
    static func identity(of content: MessageContent, raw: [UInt8]) -> String {
        guard let messageID = content.messageID else { return "" }
        var hash = SHA256()
        let date = content.date.map { String($0.timeIntervalSince1970) } ?? ""
        for part in [messageID, content.from?.key ?? "", date, content.subject] {
            hash.update(data: Array("\(part.utf8.count):\(part)".utf8))
        }
        hash.update(data: raw[bodyStart(of: raw)...])
        return hash.finalize().hexadecimal
    }

    /// The octet after the empty line that ends the header (RFC 5322 §2.1); the end where there is none.
    private static func bodyStart(of raw: [UInt8]) -> Int {
        let newline = UInt8(ascii: "\n")
        var start = raw.startIndex
        while let end = raw[start...].firstIndex(of: newline) {
            if end == start || (end == start + 1 && raw[start] == UInt8(ascii: "\r")) { return end + 1 }
            start = end + 1
        }
        return raw.endIndex
    }
}

extension Circumstance {
    fileprivate var arrival: AutomaticMailContext.Arrival {
        switch self {
        case .live: .live
        case .backfill: .backfill
        case .rescan: .rescan
        case .imported: .importing
        }
    }
}
