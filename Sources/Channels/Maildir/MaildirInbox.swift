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
        while !Task.isCancelled {
            do {
                try await look(&watch)
                report(.reached)
            } catch {
                watch.forget()
                logger.warning("maildir", metadata: ["inbox": "\(name)", "error": "\(error)"])
                report(.unreached(error))
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
        for part in ["new", "cur"] where !FileManager.default.fileExists(atPath: "\(source.path)/\(part)") {
            throw ChannelError.missing(path: "\(source.path)/\(part)")
        }
    }

    /// One look: lists if something changed, and takes what is new.
    private func look(_ watch: inout MaildirWatch) async throws {
        try check()
        guard watch.mustList(modified: try folder.modified(), at: now()) else { return }
        let start = try await startingPoint()
        if watch.taken == nil { watch.taken = try await store.items(inbox: name, mailbox: "", validity: 0) }
        let items = try folder.items().filter { isOwed($0, since: start) && !watch.hasTaken($0.key) }
        var done = 0
        for group in groups(of: items) {
            let taken = try await take(group, since: start)
            watch.taken?.formUnion(taken)
            done += group.count
            if group.count < items.count { report(.backfill(done: done, of: items.count)) }
            try Task.checkCancellation()
        }
    }

    /// The first connect is recorded before anything is taken, so that a restart in the middle does not move it.
    private func startingPoint() async throws -> Cursor {
        if let cursor = try await store.cursor(inbox: name, mailbox: "") { return cursor }
        let cursor = Cursor(inbox: name, mailbox: "", validity: 0, uid: 0, firstConnected: now())
        _ = try await store.take([], advancing: cursor, at: now())
        return cursor
    }

    private func isOwed(_ item: MaildirFolder.Item, since start: Cursor?) -> Bool {
        switch source.start {
        case .all: true
        case .now: start.map { item.modified >= $0.firstConnected } ?? false
        case .since(let date): item.modified >= date
        }
    }

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

    private func take(_ items: [MaildirFolder.Item], since start: Cursor) async throws -> [String] {
        let arrivals = try items.compactMap { item in
            try arrival(of: item, circumstance: item.modified < start.firstConnected ? .backfill : .live)
        }
        let taken = try await store.take(arrivals, advancing: nil, at: now())
        report(.took(taken.filter(\.isNew).count))
        return taken.map(\.origin.item)
    }

    private func arrival(of item: MaildirFolder.Item, circumstance: Circumstance) throws -> Arrival? {
        let isOversized = item.size > source.sizeLimit
        guard let bytes = try folder.bytes(of: item, limit: isOversized ? Self.headerLimit : source.sizeLimit) else {
            return nil
        }
        return Arrival(
            origin: Origin(inbox: name, item: item.key),
            raw: bytes,
            circumstance: circumstance,
            sourceDate: item.modified,
            parked: isOversized ? .oversized(size: item.size, limit: source.sizeLimit) : nil
        )
    }

    /// What is read of a message over the size limit: room for its header.
    private static let headerLimit = 256 << 10
}
