import Foundation
import TestSupport

/// The program as it was built beside these tests.
enum Executable {
    /// What a command printed, and how it ended.
    struct Result: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    static func path() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let path = URL(filePath: tests).deletingLastPathComponent().appending(path: "wavelength").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw TestSupportError("\(path) is not there: the tests depend on the target wavelength")
        }
        return path
    }

    /// No lists of words: an unoptimised program takes seconds to read them.
    static let words = "/nonexistent"

    /// The program with arguments, as a server's command line.
    static func command(_ arguments: [String]) throws -> [String] {
        ["/usr/bin/env", "WAVELENGTH_WORDS=\(words)", try path()] + arguments
    }

    /// The folder of this package.
    static var package: String {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
    }

    /// Runs a command to its end, within `limit` seconds; its output goes to files, so that no full pipe holds it up.
    static func run(
        _ arguments: [String],
        in folder: String,
        input: String = "",
        within limit: Double = 180
    ) async throws -> Result {
        let scratch = try TemporaryDirectory()
        try scratch.write(input, to: "in")
        try scratch.write("", to: "out")
        try scratch.write("", to: "err")
        let process = Process()
        process.executableURL = URL(filePath: try path())
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "WAVELENGTH_WORDS": words]
        process.standardInput = FileHandle(forReadingAtPath: scratch.path("in"))
        process.standardOutput = FileHandle(forWritingAtPath: scratch.path("out"))
        process.standardError = FileHandle(forWritingAtPath: scratch.path("err"))
        try process.run()
        do {
            try await eventually(within: .seconds(limit), "\(arguments) ends") { !process.isRunning }
        } catch {
            kill(process.processIdentifier, SIGKILL)
            throw error
        }
        return Result(
            status: process.terminationStatus,
            output: scratch.text(of: "out"),
            errors: scratch.text(of: "err")
        )
    }
}
