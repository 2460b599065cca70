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
    func modified() throws(ChannelError) -> [Date] {
        try folders.map { folder throws(ChannelError) in
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: folder) else {
                throw Self.trouble(with: folder)
            }
            return attributes[.modificationDate] as? Date ?? .distantPast
        }
    }

    /// Every message, in the order in which they were delivered as far as file times tell, then by name.
    func items() throws(ChannelError) -> [Item] {
        var items: [Item] = []
        for folder in folders { items += try self.items(in: folder) }
        return items.sorted { ($0.modified, $0.key) < ($1.modified, $1.key) }
    }

    private static func trouble(with path: String) -> ChannelError {
        FileManager.default.fileExists(atPath: path) ? .unreadable(path: path) : .missing(path: path)
    }

    private func items(in folder: String) throws(ChannelError) -> [Item] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Self.trouble(with: folder)
        }
        return names.compactMap { name in
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
    func bytes(of item: Item, limit: Int) throws(ChannelError) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: item.path) else {
            guard FileManager.default.fileExists(atPath: item.path) else { return nil }
            throw .unreadable(path: item.path)
        }
        defer { try? file.close() }
        do {
            return [UInt8](try file.read(upToCount: limit) ?? Data())
        } catch {
            throw .unreadable(path: item.path)
        }
    }

    /// The header of a message with the empty line after it, of which no more than `limit` octets are looked at.
    func header(of item: Item, limit: Int) throws(ChannelError) -> [UInt8]? {
        guard let bytes = try bytes(of: item, limit: limit) else { return nil }
        let ends = [[10, 10], [13, 10, 13, 10]].compactMap { bytes.firstRange(of: $0)?.upperBound }
        return ends.min().map { Array(bytes[..<$0]) } ?? bytes
    }
}
