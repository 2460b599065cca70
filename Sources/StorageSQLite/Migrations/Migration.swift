import GRDB
import Storage

/// One step of the schema. A step that was shipped is never edited: what is wrong in it is put right by the next one.
///
/// The number of the last step applied stands in the file as `user_version`.
struct Migration {
    var name: String
    var sql: String

    /// Every step, in order. New ones go to the end.
    static let all: [Migration] = [
        .messages, .conversations, .drafts, .outbox, .access, .alerts, .corrections, .releases, .promises, .limits,
        .goodwill, .customers, .trials, .keeping, .deliveries, .identities, .chats, .receipts, .turns, .copies,
        .chatsFirst, .cursors,
    ]
}

extension Database {
    /// Brings the schema up to the last of `migrations`, all in one transaction, so that two programs that open a new
    /// file at once do not step on each other: the second finds the work done.
    ///
    /// Throws `illegal` where the file has been through more steps than this program knows.
    func migrate(by migrations: [Migration] = Migration.all) throws {
        if try appliedSteps() == migrations.count { return }
        try inTransaction(.immediate) {
            let version = try appliedSteps()
            guard version <= migrations.count else { throw StoreError.newerThanProgram(version, migrations.count) }
            for migration in migrations[version...] {
                try execute(sql: migration.sql)
            }
            try execute(sql: "PRAGMA user_version = \(migrations.count)")
            return .commit
        }
    }

    private func appliedSteps() throws -> Int {
        try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0
    }
}

extension StoreError {
    fileprivate static func newerThanProgram(_ version: Int, _ known: Int) -> StoreError {
        .illegal(
            """
            The database was written by a newer version of this program (schema \(version), this one knows \(known)): \
            install that version, or restore the backup that was made before it.
            """
        )
    }
}
