package import Foundation
import GRDB
package import Model

extension SQLiteStore {
    package func users() async throws -> [User] {
        try await read { try $0.users() }
    }

    package func user(named name: String) async throws -> User? {
        try await read { try $0.user(named: name) }
    }

    package func addUser(
        name: String,
        displayName: String,
        role: User.Role,
        passwordHash: String,
        at: Date
    ) async throws -> User {
        try await write { db in
            try db.addUser(name: name, displayName: displayName, role: role, passwordHash: passwordHash, at: at)
        }
    }

    package func setPassword(of user: User.ID, hash: String) async throws {
        try await write { try $0.setPassword(of: user, hash: hash) }
    }

    package func removeUser(_ user: User.ID) async throws {
        try await write { try $0.removeUser(user) }
    }

    package func addGrant(_ grant: AccessGrant) async throws {
        try await write { try $0.addGrant(grant) }
    }

    package func user(grantedBy digest: String, kind: AccessGrant.Kind, at: Date) async throws -> User? {
        try await read { try $0.user(grantedBy: digest, kind: kind, at: at) }
    }

    package func removeGrant(digest: String) async throws {
        try await write { try $0.run("DELETE FROM access_grant WHERE digest = ?", [digest.column]) }
    }
}
