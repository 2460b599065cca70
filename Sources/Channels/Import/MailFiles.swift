import Foundation

/// Mail that lies in files: single messages, mbox files, Maildirs, folders of any of these.
package struct MailFiles: Sendable {
    /// One message with the file it came from.
    package struct Item: Sendable {
        package var path: String
        package var bytes: [UInt8]
    }

    private let paths: [String]

    package init(paths: [String]) {
        self.paths = paths
    }

    /// Every file below the paths, in a stable order; throws `ChannelError.missing` for a path that is not there.
    package func files() throws -> [String] {
        try paths.flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ChannelError.missing(path: path)
            }
            guard isFolder.boolValue else { return [path] }
            return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
                .filter(mayBeMail)
                .map { "\(path)/\($0)" }
                .filter(isFile)
        }
    }

    /// Passes over hidden files, and in Maildirs over half-delivered mail and what servers keep beside it.
    ///
    /// - Parameter path: below the folder that was given, since the folder itself may lie anywhere.
    private func mayBeMail(path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last, !name.hasPrefix(".") else { return false }
        switch parts.dropLast().last {
        case "new", "cur": return true
        case "tmp": return false
        default: return !Self.bookkeeping.contains { name.hasPrefix($0) }
        }
    }

    private static let bookkeeping = ["dovecot", "courier", "maildirfolder", "maildirsize", "subscriptions"]

    private func isFile(path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// The messages of one file: several for an mbox, else one.
    package func messages(in path: String, _ body: (Item) async throws -> Void) async throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw ChannelError.unreadable(path: path) }
        defer { try? file.close() }
        var splitter = MboxSplitter()
        while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
            for message in splitter.add(chunk) { try await body(Item(path: path, bytes: message)) }
        }
        if let last = splitter.finish() { try await body(Item(path: path, bytes: last)) }
    }
}
