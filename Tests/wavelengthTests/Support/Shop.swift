import Foundation
import Synchronization
import TestSupport

/// An installation of the program: a root with configuration and templates, data, one person with a token, and the
/// daemon, which can be ended and started again.
final class Shop: Sendable {
    let directory: TemporaryDirectory
    let port: Int
    private let running = Mutex<Daemon?>(nil)
    private let tokenText = Mutex("")

    var root: String { directory.path }
    var data: String { directory.path("data") }
    var log: String { directory.text(of: "log") }
    var daemon: Daemon? { running.withLock { $0 } }
    var api: DeskAPI { DeskAPI(port: port, token: tokenText.withLock { $0 }) }

    /// - Parameters:
    ///   - lines: those below the inbox's name.
    ///   - publicURL: where the desk is from outside; nil where that is not configured.
    init(inbox lines: String, publicURL: String? = nil) throws {
        directory = try TemporaryDirectory()
        port = FreePort.claim(1)[0]
        let files = FileManager.default
        try files.createDirectory(atPath: directory.path("config"), withIntermediateDirectories: true)
        try files.copyItem(atPath: "\(Executable.package)/templates", toPath: directory.path("templates"))
        for name in ["intents", "asks.yaml", "circumstances.yaml", "signals.yaml"] {
            try files.copyItem(
                atPath: "\(Executable.package)/config/\(name)",
                toPath: directory.path("config/\(name)")
            )
        }
        try write(inbox: lines, publicURL: publicURL)
    }

    func write(inbox lines: String, publicURL: String? = nil) throws {
        let url = publicURL.map { "  url: \($0)\n" } ?? ""
        let indented = lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        let settings = "desk:\n  listen: 127.0.0.1:\(port)\n\(url)inboxes:\n  support:\n\(indented)\n"
        try directory.write(settings, to: "config/wavelength.yaml")
    }

    /// Runs a command on this installation; the options for root and data stand at its end.
    func run(_ command: String..., input: String = "", hasRoot: Bool = true) async throws -> Executable.Result {
        let options = hasRoot ? ["--root", root, "--data", data] : ["--data", data]
        return try await Executable.run(command + options, in: root, input: input)
    }

    /// Makes the person, and starts the daemon.
    func open() async throws {
        let added = try await run("user", "add", "anna", input: "correct horse battery\n", hasRoot: false)
        guard added.status == 0 else { throw TestSupportError("no user: \(added)") }
        let made = try await run("user", "token", "anna", "--label", "test", hasRoot: false)
        guard made.status == 0 else { throw TestSupportError("no token: \(made)") }
        tokenText.withLock { $0 = made.output.trimmingCharacters(in: .whitespacesAndNewlines) }
        try await start()
    }

    /// Starts the daemon and waits until it answers.
    func start() async throws {
        try launch()
        do {
            try await eventually("the daemon answers") {
                try await api.custody()["taken"].integer
            }
        } catch {
            throw TestSupportError("\(error)\n\(log.suffix(4_000))")
        }
    }

    /// Starts the daemon without waiting.
    func launch() throws {
        let command = try Executable.command(["run", "--root", root, "--data", data])
        let daemon = try Daemon(command, output: directory.path("log"))
        running.withLock { $0 = daemon }
    }

    /// As a power cut would.
    func kill() {
        daemon?.kill()
    }

    func prove() async throws -> JSON {
        let result = try await run("prove", "--json")
        guard let proof = try? JSON(result.output) else { throw TestSupportError("no proof: \(result)") }
        return proof
    }

    /// Waits until everything that was taken, `count` messages at least, has been read.
    func caughtUp(_ count: Int, within limit: Duration = eventuallyLimit) async throws {
        do {
            try await eventually(within: limit, "\(count) messages read") {
                let custody = try await api.custody()
                return (custody["taken"].integer ?? 0) >= count && custody["oldestUnowned"] == .null
            }
        } catch {
            throw TestSupportError("\(error)\n\(log.suffix(4_000))")
        }
    }
}
