import Model
import Storage

/// The person who decides about a draft.
struct Agent: Hashable, Sendable {
    /// A user's name.
    var name: String
    /// What customers read below the reply.
    var displayName: String
    var role: User.Role

    init(name: String, displayName: String, role: User.Role) {
        self.name = name
        self.displayName = displayName
        self.role = role
    }

    /// nil for who is not known as a user: a name alone, such as on a command line, gives nobody a right.
    init?(named name: String, in store: any Store) async throws {
        guard let user = try await store.user(named: name) else { return nil }
        self.init(name: name, displayName: user.displayName, role: user.role)
    }
}
