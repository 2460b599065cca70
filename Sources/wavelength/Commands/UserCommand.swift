import ArgumentParser
import Foundation
import Model
import Storage
import StorageSQLite
import Web

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "The people who may sign in to the desk, and tokens for programs.",
        subcommands: [Add.self, List.self, Password.self, Token.self, Remove.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a person; the password is asked for.")

        @OptionGroup var data: DataOptions
        @Argument(help: "What they sign in with: lower case letters, digits, `.`, `-`, `_`.") var name: String
        @Option(help: "What colleagues see. Default: the name.") var displayName: String?
        @Option(help: "agent, senior or admin.") var role: User.Role = .agent

        func validate() throws {
            let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz0123456789.-_")
            guard !name.isEmpty, name.unicodeScalars.allSatisfy(allowed.contains) else {
                throw ValidationError("A name holds lower case letters, digits, `.`, `-` and `_` only.")
            }
        }

        func run() async throws {
            let store = try DataFolder(data.path).openStore()
            guard try await store.user(named: name) == nil else {
                throw CommandFailure("There is a user \(name) already.")
            }
            let hash = try PasswordHash(of: try PasswordPrompt.new(), salt: Program.random(16)).text
            _ = try await store.addUser(
                name: name,
                displayName: displayName ?? name,
                role: role,
                passwordHash: hash,
                at: Program.now()
            )
            print("\(name) can sign in now.")
            try await store.close()
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List everybody.")

        @OptionGroup var data: DataOptions

        func run() async throws {
            let store = try DataFolder(existing: data.path).openStore()
            for user in try await store.users() { print("\(user.name)\t\(user.role.rawValue)\t\(user.displayName)") }
            try await store.close()
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set a new password; every session and token of that person ends."
        )

        @OptionGroup var data: DataOptions
        @Argument var name: String

        func run() async throws {
            let store = try DataFolder(existing: data.path).openStore()
            let user = try await store.knownUser(name)
            let hash = try PasswordHash(of: try PasswordPrompt.new(), salt: Program.random(16)).text
            try await store.setPassword(of: user.id, hash: hash)
            print("\(name) has a new password.")
            try await store.close()
        }
    }

    struct Token: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make an API token; it is shown this once.")

        @OptionGroup var data: DataOptions
        @Argument var name: String
        @Option(help: "What the token is for.") var label: String
        @Option(help: "Days until it ends.") var days = 365

        func run() async throws {
            let store = try DataFolder(existing: data.path).openStore()
            let user = try await store.knownUser(name)
            let secret = AccessSecret(random: Program.random(32))
            let grant = secret.grant(
                .apiToken,
                to: user.id,
                label: label,
                at: Program.now(),
                lifetime: Double(days) * 86_400
            )
            try await store.addGrant(grant)
            print(secret.text)
            try await store.close()
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove a person; what they did stays in the history under their name."
        )

        @OptionGroup var data: DataOptions
        @Argument var name: String

        func run() async throws {
            let store = try DataFolder(existing: data.path).openStore()
            try await store.removeUser(try await store.knownUser(name).id)
            print("\(name) is removed.")
            try await store.close()
        }
    }
}

extension User.Role: ExpressibleByArgument {}

extension Store {
    fileprivate func knownUser(_ name: String) async throws -> User {
        guard let user = try await user(named: name) else { throw CommandFailure("There is no user \(name).") }
        return user
    }
}
