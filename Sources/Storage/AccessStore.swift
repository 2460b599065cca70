package import Foundation
package import Model

/// People and what lets them in.
package protocol AccessStore: Sendable {
    func users() async throws -> [User]

    func user(named name: String) async throws -> User?

    /// Throws `illegal` where the name is taken.
    func addUser(
        name: String,
        displayName: String,
        role: User.Role,
        passwordHash: String,
        at: Date
    ) async throws -> User

    /// Sets a new password and ends every session and token of that user.
    func setPassword(of user: User.ID, hash: String) async throws

    /// Removes a user with every grant; what they did stays in the history under their name.
    func removeUser(_ user: User.ID) async throws

    func addGrant(_ grant: AccessGrant) async throws

    /// The user behind a digest, if the grant is of that kind and has not expired.
    func user(grantedBy digest: String, kind: AccessGrant.Kind, at: Date) async throws -> User?

    func removeGrant(digest: String) async throws
}
