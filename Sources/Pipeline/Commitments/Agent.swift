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

    /// Whoever is not known as a user, such as on a command line, has the least of rights.
    init(named name: String, in store: any Store) async throws {
        let user = try await store.user(named: name)
        self.init(name: name, displayName: user?.displayName ?? name, role: user?.role ?? .agent)
    }
}
