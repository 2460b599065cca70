import Channels
import Foundation
import Model
import TestSupport

/// A Maildir of its own with a store of its own behind it.
struct MaildirScene {
    let folder: TemporaryDirectory
    let store: WatchedStore
    let events = EventLog()
    private let source: MaildirSource

    init(from start: StartRule = .all, sizeLimit: Int = 25 << 20) throws {
        folder = try TemporaryDirectory()
        store = try WatchedStore()
        source = MaildirSource(path: folder.path, start: start, sizeLimit: sizeLimit)
        for name in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
    }

    /// The same Maildir and store after a restart.
    init(sharing other: MaildirScene) throws {
        folder = other.folder
        store = other.store
        source = other.source
    }

    func path(_ name: String) -> String { folder.path(name) }

    func inbox() -> MaildirInbox {
        MaildirInbox(
            name: InboxName("support"),
            source: source,
            store: store,
            report: events.note,
            now: { .now },
            logger: .quiet
        )
    }

    /// Delivers a message as maildir(5) wants it: written in `tmp`, then moved.
    func put(_ name: String, _ message: [UInt8], in part: String = "new", date: Date? = nil) throws {
        try Data(message).write(to: URL(filePath: path("tmp/\(name)")))
        if let date {
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path("tmp/\(name)"))
        }
        try FileManager.default.moveItem(atPath: path("tmp/\(name)"), toPath: path("\(part)/\(name)"))
    }

    func taken(_ count: Int, within limit: Duration = eventuallyLimit) async throws {
        try await eventually(within: limit, "\(count) taken; \(events.all.suffix(20))") {
            await store.new.count >= count
        }
    }

    /// Waits until the first look is over.
    func reached() async throws {
        try await eventually("reached; \(events.all)") { events.all.contains(.reached) }
    }

    /// What is owed and not in the store.
    func missing() async throws -> Set<String> {
        let listing = try await inbox().listing()
        let items = try await store.items(inbox: listing.inbox, mailbox: listing.mailbox, validity: listing.validity)
        return Set(listing.items).subtracting(items)
    }
}
