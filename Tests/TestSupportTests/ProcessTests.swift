import Foundation
import Glibc
import Testing

@testable import TestSupport

@Suite("Processes")
struct ProcessTests {
    /// A shell that starts a child, says so, and ends neither by itself.
    private static let family = ["/bin/sh", "-c", "sleep 1000 & echo $!; wait"]

    @Test("stopping a daemon ends its children too and leaves no zombie")
    func stop() async throws {
        let directory = try TemporaryDirectory()
        let daemon = try Daemon(Self.family, output: directory.path("out"))
        let child = try await childPID(directory)
        #expect(daemon.isRunning)
        daemon.stop()
        #expect(!daemon.isRunning)
        #expect(waitpid(daemon.pid, nil, WNOHANG) == -1)
        try await eventually("child \(child) ended", that: { !isAlive(child) })
    }

    @Test("a daemon that ignores the request to end is ended by force")
    func stubborn() async throws {
        let directory = try TemporaryDirectory()
        let script = "trap '' TERM; echo 0; while :; do sleep 1000; done"
        let daemon = try Daemon(["/bin/sh", "-c", script], output: directory.path("out"))
        _ = try await childPID(directory)
        daemon.stop(patience: .milliseconds(50))
        #expect(!daemon.isRunning)
    }

    @Test("a daemon ends when nobody holds it any more")
    func goesWithItsOwner() async throws {
        let directory = try TemporaryDirectory()
        var daemon: Daemon? = try Daemon(Self.family, output: directory.path("out"))
        let child = try await childPID(directory)
        #expect(daemon?.isRunning == true)
        daemon = nil
        try await eventually("child \(child) ended", that: { !isAlive(child) })
    }

    @Test("what the exit watch was told of goes when its socket closes, what it was told to forget stays")
    func exitWatch() async throws {
        let directory = try TemporaryDirectory()
        let doomed = try Daemon(["/bin/sleep", "1000"], output: directory.path("doomed"))
        let spared = try Daemon(["/bin/sleep", "1000"], output: directory.path("spared"))
        try FileManager.default.createDirectory(
            atPath: directory.path("left over/deep"),
            withIntermediateDirectories: true
        )
        var watch: ExitWatch? = ExitWatch()
        watch?.watch(group: doomed.pid)
        watch?.watch(group: spared.pid)
        watch?.forget(group: spared.pid)
        watch?.remove(directory: directory.path("left over"))
        watch = nil
        try await eventually("the group ended", that: { !doomed.isRunning })
        try await eventually("the directory removed") {
            !FileManager.default.fileExists(atPath: directory.path("left over"))
        }
        #expect(spared.isRunning)
    }

    @Test("a temporary directory is gone with its value")
    func temporaryDirectory() throws {
        var directory: TemporaryDirectory? = try TemporaryDirectory()
        let path = try #require(directory?.path)
        try directory?.write("text", to: "file")
        #expect(directory?.text(of: "file") == "text")
        directory = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a program that is missing is an error that names its Debian package", arguments: SystemProgram.allCases)
    func missing(program: SystemProgram) throws {
        guard !program.rawValue.hasPrefix("/") else {
            #expect(try program.path() == program.rawValue)
            return
        }
        let error = #expect(throws: TestSupportError.self) { try program.path(in: ["/nowhere"]) }
        #expect(error?.description.contains(program.debianPackage) == true)
    }

    private func childPID(_ directory: TemporaryDirectory) async throws -> Int32 {
        try await eventually("the shell's line") { Int32(directory.text(of: "out").split(separator: "\n").first ?? "") }
    }

    /// A zombie that the system has yet to reap is not alive.
    private func isAlive(_ pid: Int32) -> Bool {
        let status = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ") Z"
        return !status.contains(") Z")
    }
}
