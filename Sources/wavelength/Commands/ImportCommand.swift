import ArgumentParser
import Channels
import ConfigurationFiles
import Crypto
import Foundation
import Model
import Storage
import StorageSQLite

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take history from Maildirs, mbox files, single messages, or folders of these.",
        discussion: """
            Every message is taken once, however often the same file is imported, and none is ever answered \
            automatically. The daemon reads and drafts them; it may run meanwhile.
            """
    )

    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var log: LogOptions

    @Option(name: .long, help: "The inbox they belong to. Default: the first one configured.")
    var inbox: String?

    @Argument(help: "Files and folders.")
    var paths: [String]

    func run() async throws {
        let folder = try DataFolder(data.path)
        let configuration = ConfigurationFolder(Directories(root: root.path, data: folder.path)).load()
        let settings = try configuration.usable()
        let name = try inboxName(in: settings)
        let files = MailFiles(paths: paths)
        let list = try files.files()
        let store = try folder.openStore()
        var importing = Importing(store: store, inbox: name)
        for (index, file) in list.enumerated() {
            try await files.messages(in: file) { item in try await importing.add(item.bytes) }
            Terminal.progress("\(index + 1) of \(list.count) files, \(importing.seen) messages", step: index + 1)
        }
        try await importing.flush()
        Terminal.endProgress()
        try await store.close()
        print("\(importing.seen) messages found, \(importing.new) taken, \(importing.seen - importing.new) were known.")
    }

    private func inboxName(in settings: Settings) throws -> InboxName {
        let known = settings.inboxes.map(\.inbox.name)
        guard let inbox else {
            guard let first = known.first else { throw CommandFailure("No inbox is configured.") }
            return first
        }
        guard known.contains(InboxName(inbox)) else {
            let names = known.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure("There is no inbox \(inbox). Configured: \(names).")
        }
        return InboxName(inbox)
    }
}

/// Messages on their way into the store, in groups.
private struct Importing {
    let store: any Store
    let inbox: InboxName
    private(set) var seen = 0
    private(set) var new = 0
    private var group: [Arrival] = []
    private var octets = 0

    init(store: any Store, inbox: InboxName) {
        self.store = store
        self.inbox = inbox
    }

    mutating func add(_ bytes: [UInt8]) async throws {
        let digest = SHA256.hash(data: bytes).hexadecimal
        let origin = Origin(inbox: inbox, mailbox: "import", item: digest)
        group.append(Arrival(origin: origin, raw: bytes, circumstance: .imported))
        octets += bytes.count
        if group.count >= 200 || octets >= 8 << 20 { try await flush() }
    }

    mutating func flush() async throws {
        let taken = try await store.take(group, advancing: nil, at: Program.now())
        seen += taken.count
        new += taken.count { $0.isNew }
        group = []
        octets = 0
    }
}
