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

    /// The text of the file `name`; empty when it is not there.
    package func text(of name: String) -> String {
        let bytes = FileManager.default.contents(atPath: path(name)) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
