import Foundation
import IMAP
import Logging
import Model

/// What is being taken over one connection: the sync that decides what to fetch, and the messages that are fetched but
/// not durable yet. No I/O.
struct IMAPTaking {
    var sync: MailboxSync
    private(set) var group = IMAPGroup()
    private let inbox: InboxName
    private let mailbox: String
    private let start: Model.StartRule
    private let firstConnected: Date
    private let sizeLimit: Int
    private let server: String
    private var backlogDone = 0
    private var isBacklogOver = false

    init(
        inbox: InboxName,
        mailbox: String,
        selected: SelectedMailbox,
        kept: Cursor?,
        start: Model.StartRule,
        firstConnected: Date,
        sizeLimit: Int,
        server: String
    ) {
        self.inbox = inbox
        self.mailbox = mailbox
        self.start = start
        self.firstConnected = firstConnected
        self.sizeLimit = sizeLimit
        self.server = server
        sync = MailboxSync(
            selected,
            cursor: kept.flatMap(\.imap),
            start: start.imap(hasCursor: kept != nil, firstConnected: firstConnected),
            limits: SyncLimits(messageBytes: sizeLimit)
        )
    }

    /// How far everything is durable; nil while the start is not known yet.
    var cursor: Cursor? {
        guard let cursor = sync.cursor else { return nil }
        return Cursor(
            inbox: inbox,
            mailbox: mailbox,
            validity: cursor.uidValidity.rawValue,
            uid: cursor.lastUID,
            backlogEnd: cursor.backlogEnd,
            isRescan: cursor.backlog == .rescan,
            firstConnected: firstConnected
        )
    }

    var isCaughtUp: Bool { sync.isCaughtUp && group.isEmpty }

    /// What was taken of a backlog so far; nil once mail is news.
    var progress: SourceEvent? {
        guard backlogDone > 0, !isBacklogOver else { return nil }
        return .backfill(done: backlogDone, of: backlogDone + sync.pendingBacklog)
    }

    mutating func takeGroup() -> IMAPGroup {
        defer { group = IMAPGroup() }
        return group
    }

    mutating func countBacklog(of group: IMAPGroup) {
        let count = group.arrivals.count { $0.circumstance != .live }
        backlogDone += count
        isBacklogOver = count == 0
    }

    /// Feeds what the session told into the sync, and collects messages.
    mutating func take(_ action: SessionAction, logger: Logger) throws {
        switch action {
        case .event(.fetched(let response, let id)):
            if let message = sync.fetched(response, by: id) { collect(message) }
        case .completed(let id, let result):
            do {
                for message in try sync.completed(id, result) { collect(message) }
            } catch {
                throw ChannelError(error, from: server)
            }
        case .event(.exists): sync.noticeArrivals()
        case .event(.alert(let text)): logger.warning("the server says", metadata: ["alert": "\(text)"])
        case .event(.unparsed(let line)): logger.debug("not understood", metadata: ["line": "\(line.prefix(200))"])
        case .event, .ready, .send, .close: break
        }
    }

    private mutating func collect(_ message: SyncedMessage) {
        let isWanted = message.origin == .new || start.wants(message.internalDate, firstConnected: firstConnected)
        group.add(message.uid, isWanted ? arrival(of: message) : nil)
    }

    private func arrival(of message: SyncedMessage) -> Arrival {
        let (raw, parked) = content(of: message)
        return Arrival(
            origin: Origin(
                inbox: inbox,
                mailbox: mailbox,
                validity: sync.cursor?.uidValidity.rawValue ?? 0,
                item: message.uid.description
            ),
            raw: raw,
            circumstance: message.origin.circumstance,
            sourceDate: message.internalDate,
            parked: parked
        )
    }

    private func content(of message: SyncedMessage) -> (raw: [UInt8], parked: ParkReason?) {
        switch message.content {
        case .whole(let bytes): (bytes, nil)
        case .header(let bytes, let size): (bytes, .oversized(size: size, limit: sizeLimit))
        case .headerOnly(let bytes):
            (bytes, ParkReason(.unreadable, "The server gives its header, but not the message."))
        case .unavailable:
            // Some bytes of its own keep it apart from other messages of which there is nothing.
            (
                Array("X-Wavelength-Origin: UID \(message.uid) of \(mailbox)\r\n\r\n".utf8),
                ParkReason(.unreadable, "The server lists it as UID \(message.uid), but gives nothing of it.")
            )
        }
    }
}

/// Messages that are fetched and wait to be made durable together.
struct IMAPGroup {
    private(set) var uids: [UID] = []
    private(set) var arrivals: [Arrival] = []
    private var octets = 0

    var isEmpty: Bool { uids.isEmpty }

    /// - Parameter arrival: nil for a message that is left out on purpose.
    mutating func add(_ uid: UID, _ arrival: Arrival?) {
        uids.append(uid)
        guard let arrival else { return }
        arrivals.append(arrival)
        octets += arrival.raw.count
    }

    func isLarge(_ count: Int, _ limit: Int) -> Bool {
        uids.count >= count || octets >= limit
    }
}

extension SyncedMessage.Origin {
    fileprivate var circumstance: Circumstance {
        switch self {
        case .new: .live
        case .backlog: .backfill
        case .rescan: .rescan
        }
    }
}
