import Foundation
import GRDB
import Model
import Storage

extension User {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            name: try row.text("name"),
            displayName: try row.text("display_name"),
            role: try row.word(Role.self, "role"),
            passwordHash: try row.text("password_hash"),
            createdAt: try row.date("created_at")
        )
    }
}

extension Database {
    func users() throws -> [User] {
        try rows("SELECT * FROM user ORDER BY name").map(User.init)
    }

    func user(named name: String) throws -> User? {
        try row("SELECT * FROM user WHERE name = ?", [name.column]).map(User.init)
    }

    func addUser(name: String, displayName: String, role: User.Role, passwordHash: String, at: Date) throws -> User {
        guard try user(named: name) == nil else { throw StoreError.illegal("There is a user named “\(name)”.") }
        try run(
            "INSERT INTO user (name, display_name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?)",
            [name.column, displayName.column, role.rawValue, passwordHash.column, at.microseconds]
        )
        return try user(named: name).orDamaged("user \(name)")
    }

    func setPassword(of user: User.ID, hash: String) throws {
        try checkExists(user)
        try run("UPDATE user SET password_hash = ? WHERE id = ?", [hash.column, user.rawValue])
        try run("DELETE FROM access_grant WHERE user = ?", [user.rawValue])
    }

    func removeUser(_ user: User.ID) throws {
        try checkExists(user)
        try run("DELETE FROM user WHERE id = ?", [user.rawValue])
    }

    func addGrant(_ grant: AccessGrant) throws {
        try checkExists(grant.user)
        try run(
            "INSERT INTO access_grant (digest, kind, user, label, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                grant.digest.column, grant.kind.rawValue, grant.user.rawValue, grant.label.column,
                grant.createdAt.microseconds, grant.expiresAt.microseconds,
            ]
        )
    }

    func user(grantedBy digest: String, kind: AccessGrant.Kind, at: Date) throws -> User? {
        try row(
            """
            SELECT user.* FROM access_grant JOIN user ON user.id = access_grant.user
            WHERE digest = ? AND kind = ? AND expires_at > ?
            """,
            [digest.column, kind.rawValue, at.microseconds]
        )
        .map(User.init)
    }

    private func checkExists(_ user: User.ID) throws {
        guard try number("SELECT id FROM user WHERE id = ?", [user.rawValue]) != nil else {
            throw StoreError.notFound("user \(user)")
        }
    }
}
