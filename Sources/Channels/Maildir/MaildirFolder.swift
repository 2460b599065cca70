import Foundation
import Model

/// A Maildir on disk (maildir(5)): `new` and `cur` hold one file a message, whose name up to `:` never changes.
struct MaildirFolder: Sendable {
    struct Item: Hashable, Sendable {
        /// The unique part of the file name.
        var key: String
        var path: String
        var size: Int
        var modified: Date
    }

    let path: String

    private var folders: [String] {
        ["\(path)/new", "\(path)/cur"]
    }

    /// When either folder last gained or lost a file; changes tell when to list again.
    func modified() throws -> [Date] {
        try folders.map { folder in
            let attributes = try FileManager.default.attributesOfItem(atPath: folder)
            return attributes[.modificationDate] as? Date ?? .distantPast
        }
    }

    /// Every message, in the order in which they were delivered as far as file times tell, then by name.
    func items() throws -> [Item] {
        try folders.flatMap(items(in:)).sorted { ($0.modified, $0.key) < ($1.modified, $1.key) }
    }

    private func items(in folder: String) throws -> [Item] {
        try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
            guard !name.hasPrefix("."), let key = name.split(separator: ":", maxSplits: 1).first else { return nil }
            let path = "\(folder)/\(name)"
            // A file may be moved from `new` to `cur` between the listing and this look: it is found the next time.
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
                attributes[.type] as? FileAttributeType == .typeRegular
            else { return nil }
            return Item(
                key: String(key),
                path: path,
                size: attributes[.size] as? Int ?? 0,
                modified: attributes[.modificationDate] as? Date ?? .distantPast
            )
        }
    }

    /// The bytes of a message, or of its first `limit` octets; nil where the file has moved meanwhile.
    func bytes(of item: Item, limit: Int) throws -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: item.path) else {
            guard FileManager.default.fileExists(atPath: item.path) else { return nil }
            throw ChannelError.unreadable(path: item.path)
        }
        defer { try? file.close() }
        return try file.read(upToCount: limit).map { [UInt8]($0) } ?? []
    }
}
