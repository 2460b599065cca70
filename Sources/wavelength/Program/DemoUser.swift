import Foundation
import Model
import Storage
import Web

/// The demo's one person, with a password made up at the first start and kept beside the store.
struct DemoUser {
    let store: any Store
    let data: DataFolder

    func password() async throws -> String {
        let file = "\(data.path)/password"
        if let kept = FileManager.default.contents(atPath: file), try await store.user(named: "demo") != nil {
            return String(decoding: kept, as: UTF8.self)
        }
        let password = AccessSecret(random: Program.random(9)).text
        let hash = try PasswordHash(of: password, salt: Program.random(16)).text
        if let user = try await store.user(named: "demo") {
            try await store.setPassword(of: user.id, hash: hash)
        } else {
            _ = try await store.addUser(
                name: "demo",
                displayName: "Demo",
                role: .senior,
                passwordHash: hash,
                at: Program.now()
            )
        }
        try data.write(Data(password.utf8), to: file)
        return password
    }
}
