import Foundation
import Glibc

/// A directory of its own under `TMPDIR` or `/tmp`, removed with all in it when the value goes or the process ends.
package final class TemporaryDirectory: Sendable {
    /// The absolute path, without a slash at the end; short, since socket paths end at 107 bytes.
    package let path: String

    package init() throws(TestSupportError) {
        let root = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(root)/wl-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .system("mkdtemp in \(root)", errno) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        ExitWatch.shared.remove(directory: path)
        guard chmod(path, 0o755) == 0 else { throw .system("chmod \(path)", errno) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of `name` in the directory.
    package func path(_ name: String) -> String {
        "\(path)/\(name)"
    }

    /// Writes `text` to the file `name`, replacing it in one step.
    package func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
    }

    /// Adds `text` to the end of the file `name`; what others add at the same time is not lost.
    package func append(_ text: String, to name: String) throws(TestSupportError) {
        let descriptor = open(path(name), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw .system("writing \(name)", errno)
        }
    }

    /// The text of the file `name`; empty when it is not there.
    package func text(of name: String) -> String {
        let bytes = FileManager.default.contents(atPath: path(name)) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The last 50 lines of the file `name`, for a failure message.
    func lastLines(of name: String) -> String {
        let lines = text(of: name).split(separator: "\n").suffix(50)
        return lines.isEmpty ? "" : "\(name):\n\(lines.joined(separator: "\n"))\n"
    }
}
