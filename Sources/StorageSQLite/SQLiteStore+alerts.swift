import GRDB
package import Model

extension SQLiteStore {
    package func raise(_ alert: Alert) async throws {
        try await write { try $0.raise(alert) }
    }

    package func clearAlert(_ kind: Alert.Kind, subject: String) async throws {
        try await write {
            try $0.run("DELETE FROM alert WHERE kind = ? AND subject = ?", [kind.rawValue, subject.column])
        }
    }

    package func alerts() async throws -> [Alert] {
        try await read { try $0.rows("SELECT * FROM alert ORDER BY since, kind, subject").map(Alert.init) }
    }
}
