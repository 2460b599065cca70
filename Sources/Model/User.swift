package import Foundation

/// A person who may sign in to the desk.
package struct User: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<User>

    package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case agent
        /// Decides what is above an agent's budget, and looks with a second pair of eyes.
        case senior
        case admin
    }

    package var id: ID
    /// What they sign in with: lower case letters, digits, `.`, `-`, `_`.
    package var name: String
    /// What customers and colleagues see.
    package var displayName: String
    package var role: Role
    /// A salted scrypt hash in its own text form; never the password.
    package var passwordHash: String
    package var createdAt: Date

    package init(
        id: ID,
        name: String,
        displayName: String,
        role: Role,
        passwordHash: String,
        createdAt: Date
    ) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.role = role
        self.passwordHash = passwordHash
        self.createdAt = createdAt
    }
}

/// What lets a browser or a program in: only the SHA-256 of the secret is kept.
package struct AccessGrant: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case session
        case apiToken = "token"
    }

    package var kind: Kind
    /// Hexadecimal SHA-256 of the secret.
    package var digest: String
    package var user: User.ID
    /// What the token is for; empty for sessions.
    package var label: String
    package var createdAt: Date
    package var expiresAt: Date

    package init(kind: Kind, digest: String, user: User.ID, label: String, createdAt: Date, expiresAt: Date) {
        self.kind = kind
        self.digest = digest
        self.user = user
        self.label = label
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
