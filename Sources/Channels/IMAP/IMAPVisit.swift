import Foundation
import IMAP
import Logging
import Model
import Storage

/// One connection's worth of taking mail.
///
/// The order is the point: messages are fetched, made durable together with the cursor, and only then marked or moved
/// on the server. With a mark or move asked for, the cursor follows after it, so that a stop in between repeats it.
struct IMAPVisit {
    var line: IMAPLine
    let name: InboxName
    let source: IMAPSource
    let store: any TakingStore
    let report: @Sendable (SourceEvent) -> Void
    let now: @Sendable () -> Date
    let logger: Logger
    /// What the store has.
    private var recorded: Cursor?

    /// So many messages or octets are made durable at once; a connection that falls silent before is enough, too.
    private static let groupCount = 200
    private static let groupOctets = 4 << 20

    private var mailbox: MailboxName { MailboxName(source.mailbox) }

    init(
        line: IMAPLine,
        name: InboxName,
        source: IMAPSource,
        store: any TakingStore,
        report: @escaping @Sendable (SourceEvent) -> Void,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.line = line
        self.name = name
        self.source = source
        self.store = store
        self.report = report
        self.now = now
        self.logger = logger
    }

    /// Takes what is owed, then waits for more, until the connection ends or the task is cancelled.
    ///
    /// - Parameter progress: called whenever the connection has proved useful.
    consuming func run(progress: () -> Void) async throws {
        do {
            var taking = try await begin()
            do {
                try await takeAndWait(&taking, progress)
            } catch let error as ChannelError {
                // What came before the line broke is kept, so that one that always breaks still gets on.
                try await rescue(&taking)
                if !taking.group.isEmpty { progress() }
                throw error
            }
        } catch {
            await line.close()
            throw error
        }
    }

    private mutating func takeAndWait(_ taking: inout IMAPTaking, _ progress: () -> Void) async throws {
        while !Task.isCancelled {
            while let command = taking.sync.next(as: line.nextID) {
                try await line.submit(command)
            }
            if taking.isCaughtUp {
                try await record(taking.cursor)
                progress()
                try await line.startIdling()
            }
            let happened = try await line.advance(within: taking.group.isEmpty ? nil : .zero)
            report(.reached)
            for action in happened { try taking.take(action, logger: logger) }
            if happened.isEmpty || taking.group.isLarge(Self.groupCount, Self.groupOctets) {
                try await keep(&taking)
                progress()
            }
        }
    }

    /// Selects the mailbox and records where it is begun, before anything is fetched.
    private mutating func begin() async throws -> IMAPTaking {
        let selected = try await line.select(mailbox, changing: source.afterTaking != .keep)
        let kept = try await store.cursor(inbox: name, mailbox: mailbox.text)
        let firstConnected = kept?.firstConnected ?? now()
        let taking = IMAPTaking(
            inbox: name,
            mailbox: mailbox.text,
            selected: selected,
            kept: kept,
            start: source.start,
            firstConnected: firstConnected,
            sizeLimit: source.sizeLimit,
            server: line.server
        )
        recorded = kept
        try await record(taking.cursor)
        report(.reached)
        return taking
    }

    /// Keeps the cursor where it moved without mail, or was only found out after the start.
    private mutating func record(_ cursor: Cursor?) async throws {
        guard let cursor, cursor != recorded else { return }
        _ = try await store.take([], advancing: cursor, at: now())
        recorded = cursor
    }

    /// Makes the group durable, then marks or moves it.
    private mutating func keep(_ taking: inout IMAPTaking) async throws {
        let group = taking.takeGroup()
        guard !group.isEmpty else { return }
        var after = taking
        after.sync.stored(group.uids)
        let isKeeping = source.afterTaking == .keep
        let cursor = isKeeping ? after.cursor : nil
        let taken = try await store.take(group.arrivals, advancing: cursor, at: now())
        if let cursor { recorded = cursor }
        report(.took(taken.count { $0.isNew }))
        if !isKeeping {
            try await markOrMove(group.uids, &after)
            try await record(after.cursor)
        }
        taking = after
        taking.countBacklog(of: group)
        if let progress = taking.progress { report(progress) }
    }

    /// Makes durable what was fetched over a line that has broken. Where the server's copies are still to be marked or
    /// moved the cursor stays, so that the next connection does it.
    private mutating func rescue(_ taking: inout IMAPTaking) async throws {
        let group = taking.group
        guard !group.isEmpty else { return }
        taking.sync.stored(group.uids)
        let cursor = source.afterTaking == .keep ? taking.cursor : nil
        let taken = try await store.take(group.arrivals, advancing: cursor, at: now())
        report(.took(taken.count { $0.isNew }))
    }

    /// A server that will not mark or move says so in the log; the message is safe here all the same. The commands of a
    /// move build on each other: what could not be copied must not be deleted.
    private mutating func markOrMove(_ uids: [UID], _ taking: inout IMAPTaking) async throws {
        let set = UIDSet(uids)
        for command in source.afterTaking.commands(for: set, with: line.capabilities) {
            var meanwhile: [SessionAction] = []
            var refusal: String?
            do {
                _ = try await line.run(command) { meanwhile.append($0) }
            } catch ChannelError.refused(_, let answer, _) {
                refusal = answer
            }
            for action in meanwhile { try taking.take(action, logger: logger) }
            if let refusal {
                logger.warning("after taking", metadata: ["command": "\(command.name)", "answer": "\(refusal)"])
                return
            }
        }
    }

    /// Everything that is there and owed, for `prove`.
    consuming func listing() async throws -> MailboxListing {
        let selected = try await line.select(mailbox, changing: false)
        let kept = try await store.cursor(inbox: name, mailbox: mailbox.text)
        let validity = selected.uidValidity?.rawValue ?? 0
        let uids = try await IMAPListing(start: source.start, kept: kept, validity: validity).uids(on: &line)
        await line.close()
        return MailboxListing(inbox: name, mailbox: mailbox.text, validity: validity, items: uids.map(\.description))
    }
}

extension AfterTaking {
    fileprivate func commands(for uids: UIDSet, with capabilities: Capabilities) -> [Command] {
        switch self {
        case .keep: []
        case .seen: [.store(uids, .add([.seen]))]
        case .flag: [.store(uids, .add([.flagged]))]
        case .move(let folder): Command.moving(uids, to: MailboxName(folder), with: capabilities)
        }
    }
}
