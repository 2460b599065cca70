import Foundation
import Model
import Storage
import StorageSQLite

/// A real store that notes what is handed to it, and can be told to have no room.
actor WatchedStore: TakingStore {
    struct Entry: Hashable, Sendable {
        var arrival: Arrival
        var isNew: Bool
    }

    nonisolated let inner: SQLiteStore
    private(set) var entries: [Entry] = []
    private(set) var refusals = 0
    private var hasRoomFor = Int.max

    init() throws {
        inner = try SQLiteStore.empty()
    }

    /// What became a message, in order.
    var new: [Arrival] { entries.filter(\.isNew).map(\.arrival) }

    /// The subjects of what became a message, sorted.
    var subjects: [String] { new.map { subject(of: $0.raw) }.sorted() }

    /// From now on only so many more arrivals fit.
    func makeRoom(for count: Int) {
        hasRoomFor = count
    }

    func take(_ arrivals: [Arrival], advancing cursor: Cursor?, at: Date) async throws -> [Taken] {
        guard arrivals.count <= hasRoomFor else {
            refusals += 1
            throw StoreError.cannotWrite("database or disk is full")
        }
        hasRoomFor -= arrivals.count
        let taken = try await inner.take(arrivals, advancing: cursor, at: at)
        entries += zip(arrivals, taken).map { Entry(arrival: $0, isNew: $1.isNew) }
        return taken
    }

    func cursor(inbox: InboxName, mailbox: String) async throws -> Cursor? {
        try await inner.cursor(inbox: inbox, mailbox: mailbox)
    }

    func items(inbox: InboxName, mailbox: String, validity: UInt32) async throws -> Set<String> {
        try await inner.items(inbox: inbox, mailbox: mailbox, validity: validity)
    }

    func custody() async throws -> Custody {
        try await inner.custody()
    }

    func raw(of message: Message.ID) async throws -> [UInt8] {
        try await inner.raw(of: message)
    }
}
