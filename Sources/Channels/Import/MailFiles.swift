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
                .map { "\(path)/\($0)" }
                .filter(isMail(path:))
        }
    }

    /// Skips folders, hidden files, half-delivered files in `tmp`, and the bookkeeping files of mail servers.
    private func isMail(path: String) -> Bool {
        let parts = path.split(separator: "/")
        let name = parts.last ?? ""
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return false
        }
        return !name.hasPrefix(".") && !name.hasPrefix("dovecot") && !parts.dropLast().contains("tmp")
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
