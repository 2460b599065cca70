package import Foundation
package import Logging
package import Model
package import Storage

/// An inbox that is a local Maildir. It is only read: files stay where and as they are.
///
/// Looks twice a second whether a folder changed, which costs two `stat` calls; a listing follows only on a change.
package struct MaildirInbox: MailSource {
    private let name: InboxName
    private let source: MaildirSource
    private let folder: MaildirFolder
    private let store: any TakingStore
    private let report: @Sendable (SourceEvent) -> Void
    private let now: @Sendable () -> Date
    private let logger: Logger

    package init(
        name: InboxName,
        source: MaildirSource,
        store: any TakingStore,
        report: @escaping @Sendable (SourceEvent) -> Void,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.name = name
        self.source = source
        folder = MaildirFolder(path: source.path)
        self.store = store
        self.report = report
        self.now = now
        self.logger = logger
    }

    package func run() async {
        var watch = MaildirWatch()
        var trouble: SourceTrouble?
        while !Task.isCancelled {
            let before = trouble
            do {
                trouble = try await look(&watch).map { SourceTrouble($0) }
                if trouble != nil { watch.lookAgain() }
            } catch {
                guard !Task.isCancelled else { break }
                watch.forget()
                trouble = SourceTrouble(error)
            }
            report(trouble?.event ?? .reached)
            if let trouble, trouble != before {
                logger.warning("maildir", metadata: ["inbox": "\(name)", "error": "\(trouble.sentence)"])
            }
            try? await Task.sleep(for: watch.pause)
        }
    }

    package func listing() async throws -> MailboxListing {
        try check()
        let start = try await store.cursor(inbox: name, mailbox: "")
        let items = try folder.items().filter { isOwed($0, since: start) }
        return MailboxListing(inbox: name, mailbox: "", validity: 0, items: items.map(\.key))
    }

    package func probe() async throws -> String {
        try check()
        return "Maildir \(source.path), \(try folder.items().count) messages"
    }

    private func check() throws {
        _ = try folder.modified()
    }

    /// One look: lists if something changed, and takes what is new. Gives the first file that could not be read; the
    /// others are taken all the same.
    private func look(_ watch: inout MaildirWatch) async throws -> ChannelError? {
        try check()
        guard watch.mustList(modified: try folder.modified(), at: now()) else { return nil }
        let (start, isFirstLook) = try await startingPoint()
        // What the first look finds was there before, whatever its date says.
        let news = isFirstLook ? .distantFuture : start.firstConnected - Self.writingTime
        if watch.taken == nil { watch.taken = try await store.items(inbox: name, mailbox: "", validity: 0) }
        let items = try folder.items().filter { isOwed($0, since: start) && !watch.hasTaken($0.key) }
        var done = 0
        var unread: ChannelError?
        for group in groups(of: items) {
            let (arrivals, failure) = arrivals(of: group, news: news)
            unread = unread ?? failure
            let taken = try await store.take(arrivals, advancing: nil, at: now())
            if !taken.isEmpty { report(.took(taken.count(where: \.isNew))) }
            watch.taken?.formUnion(taken.map(\.origin.item))
            done += group.count
            if group.count < items.count { report(.backfill(done: done, of: items.count)) }
            try Task.checkCancellation()
        }
        return unread
    }

    /// The first connect is recorded before anything is taken, so that a restart in the middle does not move it.
    private func startingPoint() async throws -> (Cursor, isFirstLook: Bool) {
        if let cursor = try await store.cursor(inbox: name, mailbox: "") { return (cursor, false) }
        let cursor = Cursor(inbox: name, mailbox: "", validity: 0, uid: 0, firstConnected: now())
        _ = try await store.take([], advancing: cursor, at: now())
        return (cursor, true)
    }

    private func isOwed(_ item: MaildirFolder.Item, since start: Cursor?) -> Bool {
        switch source.start {
        case .all: true
        case .now: start.map { item.modified >= $0.firstConnected - Self.writingTime } ?? false
        case .since(let date): item.modified >= date
        }
    }

    /// A file is dated when it is written, and appears a little later when it is moved; and file systems date by a clock
    /// that lags some milliseconds. Rather one old message too many than a new one lost.
    private static let writingTime: TimeInterval = 2

    /// At most 100 messages or 8 MiB at once, so that memory stays bounded whatever the folder holds.
    private func groups(of items: [MaildirFolder.Item]) -> [[MaildirFolder.Item]] {
        var groups: [[MaildirFolder.Item]] = []
        var octets = 0
        for item in items {
            let size = min(item.size, source.sizeLimit)
            if groups.isEmpty || groups[groups.count - 1].count == 100 || octets + size > 8 << 20 {
                groups.append([])
                octets = 0
            }
            groups[groups.count - 1].append(item)
            octets += size
        }
        return groups
    }

    /// - Parameter news: files dated from then on are live.
    private func arrivals(
        of items: [MaildirFolder.Item],
        news: Date
    ) -> (arrivals: [Arrival], failure: ChannelError?) {
        var arrivals: [Arrival] = []
        var failure: ChannelError?
        for item in items {
            do throws(ChannelError) {
                if let arrival = try arrival(of: item, news: news) { arrivals.append(arrival) }
            } catch {
                failure = failure ?? error
            }
        }
        return (arrivals, failure)
    }

    private func arrival(of item: MaildirFolder.Item, news: Date) throws(ChannelError) -> Arrival? {
        let isOversized = item.size > source.sizeLimit
        let content =
            isOversized
            ? try folder.header(of: item, limit: Self.headerLimit)
            : try folder.bytes(of: item, limit: source.sizeLimit)
        guard let bytes = content else { return nil }
        return Arrival(
            origin: Origin(inbox: name, item: item.key),
            raw: bytes,
            circumstance: item.modified < news ? .backfill : .live,
            sourceDate: item.modified,
            parked: isOversized ? .oversized(size: item.size, limit: source.sizeLimit) : nil
        )
    }

    /// What is read of a message over the size limit: room for its header.
    private static let headerLimit = 256 << 10
}
