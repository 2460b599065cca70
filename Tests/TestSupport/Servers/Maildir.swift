import Foundation
import Glibc

/// A mailbox of `Dovecot` seen as what it is, files: to read back what was delivered, and to fill it fast.
package struct Maildir: Sendable {
    /// The folder that holds `cur`, `new` and `tmp`; it comes to be with the first delivery or login.
    package let path: String
    private let account: ServerAccount

    init(path: String, account: ServerAccount) {
        self.path = path
        self.account = account
    }

    /// The messages, in order of delivery, line ends CR LF as they went over the wire.
    package func messages() throws -> [[UInt8]] {
        try files().compactMap { FileManager.default.contents(atPath: $0) }.map { withCRLF(Array($0)) }
    }

    /// The number of messages.
    package func count() throws -> Int {
        try files().count
    }

    /// Puts messages there, unseen, without a server's help; it takes them up when the mailbox is next looked at.
    package func fill(_ messages: [[UInt8]]) throws {
        try makeFolders()
        for (index, message) in messages.enumerated() {
            let stored = withLF(message)
            let unique = "1700000000.M\(index)P\(UInt32.random(in: .min ... .max)).host"
            let name = "\(unique),S=\(stored.count),W=\(withCRLF(message).count)"
            try write(stored, to: "\(path)/new/\(name)")
            try account.own("\(path)/new/\(name)")
        }
    }

    private func write(_ bytes: [UInt8], to file: String) throws(TestSupportError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw .system("writing \(file)", errno)
        }
    }

    private func makeFolders() throws {
        let parent = (path as NSString).deletingLastPathComponent
        for folder in [parent, path, "\(path)/cur", "\(path)/new", "\(path)/tmp"] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try account.own(folder)
        }
    }

    private func files() throws -> [String] {
        let names = ["new", "cur"].flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
            return names.map { (folder: folder, name: $0) }
        }
        return names.sorted { Self.delivery($0.name) < Self.delivery($1.name) }.map {
            "\(path)/\($0.folder)/\($0.name)"
        }
    }

    /// The time of delivery a name starts with: seconds, a dot, and microseconds between M and P.
    private static func delivery(_ name: String) -> (Int, Int) {
        let parts = name.split(separator: ".", maxSplits: 2)
        let microseconds = parts.dropFirst().first?.dropFirst().prefix { $0.isNumber }
        return (Int(parts.first ?? "") ?? 0, Int(microseconds ?? "") ?? 0)
    }
}
