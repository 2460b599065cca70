package import Foundation
import GRDB
package import Storage

/// The embedded engine: one SQLite file in write-ahead mode, in charge of making every transaction of `Store` durable.
///
/// Every method is one `BEGIN IMMEDIATE … COMMIT` on a single writer connection; readers have connections of their own
/// and never wait for it. A second process may use the same file: SQLite's locks order the two, and one that waits for
/// longer than the busy timeout gets `StoreError.busy`.
package struct SQLiteStore: Store {
    /// A `DatabasePool` over a file, or a `DatabaseQueue` in memory.
    let database: any DatabaseWriter

    /// An empty store in memory, for tests and look-at-once commands; gone when it is closed.
    package static func empty() throws(StoreError) -> SQLiteStore {
        try StoreError.mapping {
            let queue = try DatabaseQueue(configuration: configuration(busyTimeout: 5))
            try queue.inDatabase { try $0.migrate() }
            return SQLiteStore(database: queue)
        }
    }

    /// Opens or makes the store at `path` and brings it up to date.
    ///
    /// - Parameter busyTimeout: seconds to wait for another process before a call throws `busy`.
    /// - Throws: `illegal` where a newer program wrote the file, `damaged` where it is no store, `cannotWrite` where
    ///   it cannot be made or written.
    package init(path: String, busyTimeout: TimeInterval = 5) throws(StoreError) {
        let pool = try StoreError.mapping {
            try Self.makePrivateFile(at: path)
            let pool = try DatabasePool(path: path, configuration: Self.configuration(busyTimeout: busyTimeout))
            try pool.writeWithoutTransaction { db in
                // The pool chooses NORMAL, which may lose the last commits in a power cut. With FULL each commit waits
                // until the log is on the disk, which is what the law of custody promises before a cursor moves.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.migrate()
            }
            return pool
        }
        self.init(database: pool)
    }

    private init(database: any DatabaseWriter) {
        self.database = database
    }

    package func close() async throws {
        try StoreError.mapping { try database.close() }
    }
}

extension SQLiteStore {
    private static func configuration(busyTimeout: TimeInterval) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.foreignKeysEnabled = true
        configuration.label = "wavelength.store"
        return configuration
    }

    /// The file holds customers' mail: nobody else on the machine reads it. The log beside it takes the same mode.
    private static func makePrivateFile(at path: String) throws {
        let files = FileManager.default
        guard path != ":memory:", !files.fileExists(atPath: path) else { return }
        _ = files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }

    /// One transaction that may write; nothing of it stays where it throws.
    func write<Value: Sendable>(_ work: @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await database.write(work)
        } catch {
            throw StoreError.mapped(error)
        }
    }

    /// One consistent view for reading.
    func read<Value: Sendable>(_ work: @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await database.read(work)
        } catch {
            throw StoreError.mapped(error)
        }
    }
}
