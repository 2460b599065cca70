/// Decides what to fetch from one selected mailbox, and how far its cursor may move. Pure: it gives commands and takes
/// results.
///
///     var sync = MailboxSync(selected, cursor: kept, start: .all)
///     keep(sync.cursor)                                        before anything is fetched, if there is one
///     repeat {
///         while let command = sync.next(as: session.nextID) { perform(session.submit(command, at: now)) }
///         for each action of the session:
///             .event(.fetched(response, by: id)):  if let message = sync.fetched(response, by: id) { store it }
///             .completed(id, result):              for message in try sync.completed(id, result) { store it }
///             .event(.exists):                     sync.noticeArrivals()
///         when messages are durable:               sync.stored(uids); keep(sync.cursor)
///     } until sync.isCaughtUp, then session.startIdling, and go on at the next EXISTS
///
/// A message goes through three stages: it is found to exist, its size is asked, it is fetched (its header only, if it is
/// too large). Each stage runs ahead of the next by a bounded number, so that the line is never idle and memory is bounded
/// by the windows that are not durable yet, whatever the mailbox holds. Messages come in any order.
///
/// A message that a fetch does not bring goes through the stages again, alone: one that has been removed meanwhile is then
/// without a size and forgotten; one that the server cannot give whole is asked for its header, and at last reported
/// without content. So one bad message never stops those after it, and none is lost silently.
///
/// If the mailbox's UIDVALIDITY is not that of the cursor, or its UIDNEXT is below it, everything is fetched anew with the
/// origin `rescan`. Never sets `\Seen`, never looks at Message-ID.
package struct MailboxSync: Sendable {
    let limits: SyncLimits
    let start: StartRule
    /// Without `lastUID`, which is worked out from the stages.
    var base: MailboxCursor
    var scan: UIDScan
    /// They exist; the size is not known. Ascending.
    var found = UIDSet()
    /// Size asked for, by one command at a time.
    var sizing: (id: CommandID, uids: Set<UID>)?
    /// To be fetched, in order.
    var sized: [SizedMessage] = []
    var windows: [FetchWindow] = []
    /// Reported without content and not yet durable.
    var unavailable: Set<UID> = []
    /// How many fetches did not bring the message.
    var failures: [UID: Int] = [:]
    /// Commands refused since the last that was not.
    var refusals = 0
    /// How many sizes are asked for at once; fewer after a refusal.
    var sizeStep: Int
    /// What the question for arrivals has brought so far.
    var arrived: Set<UID> = []
    /// Whether the extent of the backlog is still to be found out.
    var awaitsStart: Bool
    /// A first connection that wants none of what is there.
    let skipsBacklog: Bool

    /// - Parameters:
    ///   - selected: what SELECT or EXAMINE brought.
    ///   - kept: the cursor that was kept last; nil at the first connection.
    ///   - start: what is taken of the mail that is there at the first connection. With `since` it also limits a rescan.
    package init(
        _ selected: SelectedMailbox,
        cursor kept: MailboxCursor?,
        start: StartRule,
        limits: SyncLimits = SyncLimits()
    ) {
        let validity = selected.uidValidity ?? UIDValidity(0)
        let told = selected.uidNext.map { Int($0.rawValue) - 1 }
        let end = told ?? (selected.exists == 0 ? 0 : nil)
        base = Self.base(kept, validity: validity, end: told)
        awaitsStart = base != kept && end == nil
        if base != kept { base.backlogEnd = UInt32(clamping: end ?? 0) }
        skipsBacklog = kept == nil && start == .now
        self.start = start
        self.limits = limits
        sizeStep = limits.sizes
        let last = Int(base.lastUID)
        scan = UIDScan(
            next: skipsBacklog ? (end ?? 0) + 1 : last + 1,
            end: end.map { max($0, last) },
            border: Int(base.backlogEnd),
            width: selected.exists > limits.searchWidth ? limits.searchWidth : nil
        )
    }

    private static func base(_ kept: MailboxCursor?, validity: UIDValidity, end: Int?) -> MailboxCursor {
        guard let kept else { return MailboxCursor(uidValidity: validity, lastUID: 0, backlogEnd: 0, backlog: .first) }
        let hasShrunk = end.map { $0 < Int(kept.lastUID) } ?? false
        guard kept.uidValidity == validity, !hasShrunk else {
            return MailboxCursor(uidValidity: validity, lastUID: 0, backlogEnd: 0, backlog: .rescan)
        }
        return kept
    }

    /// Whether the UIDs lost their meaning and not all is fetched anew yet, so that messages may come that were taken
    /// before.
    package var isRescan: Bool { base.backlog == .rescan && cursor?.lastUID ?? 0 < base.backlogEnd }

    /// How far everything is durable: the highest UID below which nothing is left to do. Keep it whenever it has changed,
    /// also at the start. Nil while it is still to be found out which UIDs there were at the start, which only happens with
    /// servers that do not tell UIDNEXT.
    package var cursor: MailboxCursor? {
        guard !awaitsStart else { return nil }
        var lowest = scan.next
        let stages =
            [found.first, sizing?.uids.min(), sized.lazy.map(\.uid).min(), unavailable.min()] + windows.map(\.lowest)
        for case let uid? in stages { lowest = min(lowest, Int(uid.rawValue)) }
        var cursor = base
        cursor.lastUID = max(base.lastUID, UInt32(clamping: lowest - 1))
        return cursor
    }

    /// Whether everything that is known of is durable.
    package var isCaughtUp: Bool {
        let isQueued = !found.isEmpty || sizing != nil || !sized.isEmpty
        return scan.isDone && !isQueued && windows.isEmpty && unavailable.isEmpty
    }

    /// How many messages of the backlog are known to exist and not durable yet. In a mailbox that is searched in steps,
    /// more of them become known on the way.
    package var pendingBacklog: Int {
        guard let first = UID(1), let last = UID(base.backlogEnd) else { return 0 }
        return found.limited(to: first...last).count + (sizing?.uids.count { $0 <= last } ?? 0)
            + sized.count { $0.uid <= last } + unavailable.count { $0 <= last }
            + windows.reduce(0) { $0 + $1.unfinished(upTo: last) }
    }

    /// The mailbox may have new messages.
    package mutating func noticeArrivals() { scan.mayHaveGrown = true }

    /// These messages are durable.
    package mutating func stored(_ uids: some Sequence<UID>) {
        for uid in uids {
            unavailable.remove(uid)
            for index in windows.indices { windows[index].stored(uid) }
        }
        windows.removeAll(where: \.isDone)
    }
}
