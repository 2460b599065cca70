import Foundation
import Model
import StorageSQLite
import TestSupport

/// The release build of the program, run as a process of its own on a root and a data folder of its own.
final class ProgramUnderTest {
    private let folder: TemporaryDirectory
    private var process: Daemon?
    private var store: SQLiteStore?
    /// Where its desk and its webhooks are.
    let desk = FreePort.claim(1)[0]

    /// - Parameter port: of IMAP over TLS on 127.0.0.1, where every user has an inbox.
    convenience init(users: [MailUser], certificates: TestCertificates, port: Int) throws {
        try self.init(inboxes: Self.inboxes(users, certificates, port: port))
        try folder.write((users.first?.password ?? "") + "\n", to: "password")
    }

    /// With a generic channel called `chat`.
    convenience init(webhookKey: String) throws {
        try self.init(inboxes: "  chat:\n    webhook:\n      keys: {file: key}\n")
        try folder.write(webhookKey + "\n", to: "key")
    }

    private init(inboxes: String) throws {
        folder = try TemporaryDirectory()
        let files = FileManager.default
        try files.createDirectory(atPath: folder.path("config"), withIntermediateDirectories: true)
        for name in ["config/intents", "templates"] {
            try files.createSymbolicLink(
                atPath: folder.path(name),
                withDestinationPath: "\(files.currentDirectoryPath)/\(name)"
            )
        }
        let settings = "desk:\n  listen: 127.0.0.1:\(desk)\ninboxes:\n\(inboxes)"
        try folder.write(settings, to: "config/wavelength.yaml")
    }

    deinit {
        process?.kill()
    }

    /// Starts the process; returns at once.
    func start() throws {
        let command = [
            Self.binary("wavelength"), "run", "--root", folder.path, "--data", folder.path("data"), "--log-level",
            "warning",
        ]
        process = try Daemon(command, output: folder.path("log"))
    }

    /// A program that was built beside this one.
    static func binary(_ name: String) -> String {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// Ends the process and closes the store.
    func stop() async throws {
        process?.stop(patience: .seconds(10))
        process = nil
        try await store?.close()
        store = nil
    }

    var memory: ProcessMemory {
        get throws {
            guard let process, process.isRunning else { throw BenchError("the program ended:\n\(log)") }
            return try ProcessMemory(of: process.pid)
        }
    }

    /// Waits until so many messages are taken and every one is read.
    func waitUntilRead(_ count: Int, within limit: Duration = .seconds(180)) async throws {
        try await eventually(within: limit, "\(count) messages read; log:\n\(log)") {
            // Adding up takes time of its own; messages are read in order, so the last one tells when to begin.
            let last = try await opened().message(Message.ID(rawValue: Int64(count)))
            guard last?.reading != nil else { return false }
            let custody = try await opened().custody()
            return custody.taken >= count && custody.oldestUnowned == nil
        }
    }

    /// Waits until the desk takes connections.
    func waitUntilServed(within limit: Duration = .seconds(30)) async throws {
        try await eventually(within: limit, "the desk answers; log:\n\(log)") { try TextSocket(port: desk) }
    }

    /// Waits until every inbox has been selected once, which leaves a cursor.
    func waitUntilConnected(_ inboxes: Int, within limit: Duration = .seconds(120)) async throws {
        var reached = 0
        try await eventually(within: limit, "\(inboxes) inboxes reached; log:\n\(log)") {
            while reached < inboxes,
                try await opened().cursor(inbox: InboxName("box\(reached)"), mailbox: "INBOX") != nil
            { reached += 1 }
            return reached == inboxes
        }
    }

    private func opened() throws -> SQLiteStore {
        if let store { return store }
        let path = folder.path("data/wavelength.sqlite")
        guard FileManager.default.fileExists(atPath: path) else { throw BenchError("the store is not there yet") }
        let opened = try SQLiteStore(path: path)
        store = opened
        return opened
    }

    private var log: String {
        String(folder.text(of: "log").suffix(2000))
    }

    private static func inboxes(_ users: [MailUser], _ certificates: TestCertificates, port: Int) -> String {
        let inboxes = users.enumerated().map { number, user in
            """
              box\(number):
                addresses: [\(user.address)]
                imap:
                  host: 127.0.0.1
                  port: \(port)
                  certificate: {authority: \(certificates.authority)}
                  user: \(user.address)
                  password: {file: password}
                  from: all
            """
        }
        return inboxes.joined(separator: "\n") + "\n"
    }
}

/// Why a figure could not be measured.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
