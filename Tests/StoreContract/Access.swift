import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let access: [ContractCase] = [
        ContractCase("a user is found by name, and a name is taken once") { scene in
            let ann = try await scene.addUser("ann")
            #expect(try await scene.store.user(named: "ann") == ann)
            #expect(try await scene.store.user(named: "bob") == nil)
            #expect(try await storeError { try await scene.addUser("ann") }.isIllegal)
            let bob = try await scene.addUser("bob")
            #expect(try await scene.store.users() == [ann, bob])
        },
        ContractCase("a grant lets in its user, by its kind, until it expires or is removed") { scene in
            let ann = try await scene.addUser("ann")
            try await scene.store.addGrant(scene.grant("d1", of: ann))
            #expect(try await scene.store.user(grantedBy: "d1", kind: .session, at: scene.at(59)) == ann)
            #expect(try await scene.store.user(grantedBy: "d1", kind: .session, at: scene.at(60)) == nil)
            #expect(try await scene.store.user(grantedBy: "d1", kind: .apiToken, at: scene.at(1)) == nil)
            #expect(try await scene.store.user(grantedBy: "d2", kind: .session, at: scene.at(1)) == nil)
            #expect(try await storeError { try await scene.store.addGrant(scene.grant("d1", of: ann)) }.isIllegal)
            try await scene.store.removeGrant(digest: "d1")
            #expect(try await scene.store.user(grantedBy: "d1", kind: .session, at: scene.at(1)) == nil)
        },
        ContractCase("a new password ends every grant of that user and of nobody else") { scene in
            let ann = try await scene.addUser("ann")
            let bob = try await scene.addUser("bob")
            try await scene.store.addGrant(scene.grant("a", of: ann))
            try await scene.store.addGrant(scene.grant("b", of: bob))
            try await scene.store.setPassword(of: ann.id, hash: "new")
            #expect(try await scene.store.user(named: "ann")?.passwordHash == "new")
            #expect(try await scene.store.user(grantedBy: "a", kind: .session, at: scene.at(1)) == nil)
            #expect(try await scene.store.user(grantedBy: "b", kind: .session, at: scene.at(1)) == bob)
        },
        ContractCase("a removed user is gone with every grant, but not from the history") { scene in
            let ann = try await scene.addUser("ann")
            try await scene.store.addGrant(scene.grant("a", of: ann))
            let filed = try await scene.receive(1)
            _ = try await scene.approve(try #require(filed.draft), by: "ann").value()
            try await scene.store.removeUser(ann.id)
            #expect(try await scene.store.users().isEmpty)
            #expect(try await scene.store.user(grantedBy: "a", kind: .session, at: scene.at(1)) == nil)
            #expect(try await scene.store.history(of: filed.message).contains { $0.actor == "ann" })
            #expect(try await storeError { try await scene.store.removeUser(ann.id) }.isNotFound)
            #expect(try await storeError { try await scene.store.setPassword(of: ann.id, hash: "") }.isNotFound)
            #expect(try await storeError { try await scene.store.addGrant(scene.grant("c", of: ann)) }.isNotFound)
        },
    ]

    static let alerts: [ContractCase] = [
        ContractCase("an alert renews its text and keeps since when it lasts") { scene in
            let first = Alert(kind: .relayUnreached, subject: "support", text: "full", since: scene.at(2))
            let other = Alert(kind: .inboxUnreached, subject: "support", text: "no answer", since: scene.at(1))
            try await scene.store.raise(first)
            try await scene.store.raise(other)
            try await scene.store.raise(
                Alert(kind: .relayUnreached, subject: "support", text: "fuller", since: scene.at(9))
            )
            var renewed = first
            renewed.text = "fuller"
            #expect(try await scene.store.alerts() == [other, renewed])
        },
        ContractCase("a cleared alert is gone, and clearing what is not there is no error") { scene in
            try await scene.store.raise(
                Alert(kind: .relayUnreached, subject: "support", text: "full", since: scene.at(2))
            )
            try await scene.store.clearAlert(.relayUnreached, subject: "other")
            #expect(try await scene.store.alerts().count == 1)
            try await scene.store.clearAlert(.relayUnreached, subject: "support")
            #expect(try await scene.store.alerts().isEmpty)
        },
    ]
}

extension Scene {
    fileprivate func addUser(_ name: String) async throws -> User {
        try await store.addUser(name: name, displayName: "The \(name)", role: .agent, passwordHash: "hash", at: at(0))
    }

    fileprivate func grant(_ digest: String, of user: User) -> AccessGrant {
        AccessGrant(kind: .session, digest: digest, user: user.id, label: "", createdAt: at(0), expiresAt: at(60))
    }
}
