import Foundation
import StorageSQLite

/// The folder of mutable data: `wavelength.sqlite`, the secret that signs our Message-IDs, and renewed OAuth tokens.
struct DataFolder {
    let path: String

    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw CommandFailure("The data folder \(path) cannot be made: \(error.localizedDescription)")
        }
    }

    /// The folder of a program that has run before; throws where there is none, rather than making an empty one.
    init(existing path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("There is no data folder \(path). Give --data, or start the daemon first.")
        }
        self.path = path
    }

    var storePath: String {
        "\(path)/wavelength.sqlite"
    }

    func openStore() throws -> SQLiteStore {
        try SQLiteStore(path: storePath)
    }

    /// 32 random octets, made once. Without them answers would no longer find their conversations by our token.
    func secret() throws -> [UInt8] {
        let file = "\(path)/secret"
        if let kept = FileManager.default.contents(atPath: file) {
            guard kept.count >= 32 else { throw CommandFailure("\(file) is damaged: it should hold 32 octets.") }
            return [UInt8](kept)
        }
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try write(Data(secret), to: file)
        return secret
    }

    /// Writes a file that only its owner may read, whole or not at all.
    func write(_ data: Data, to file: String) throws {
        let draft = "\(file).new"
        guard
            FileManager.default.createFile(
                atPath: draft,
                contents: data,
                attributes: [.posixPermissions: 0o600]
            ), rename(draft, file) == 0
        else { throw CommandFailure("\(file) cannot be written: \(String(cString: strerror(errno)))") }
    }
}
