package import Foundation
package import Model
package import Storage

extension SQLiteStore {
    package func chat(with person: ChatAddress, limit: Int) async throws -> ChatRecord {
        try await read { try $0.chat(with: person, limit: limit) }
    }

    package func mailAddress(leftBy person: ChatAddress) async throws -> String? {
        try await read { try $0.mailAddress(leftBy: person) }
    }

    package func leaveMailAddress(_ address: String?, by person: ChatAddress, at: Date) async throws {
        try await write { try $0.leaveMailAddress(address, by: person, at: at) }
    }

    package func noteCopy(_ id: OutgoingMail.ID, _ copy: MailedCopy?) async throws {
        try await write { try $0.noteCopy(id, copy) }
    }

    package func openCopies(limit: Int) async throws -> [OutgoingMail] {
        try await read { try $0.openCopies(limit: limit) }
    }

    package func markCopySeen(
        _ id: OutgoingMail.ID,
        by: String,
        at: Date
    ) async throws -> Decision<OutgoingMail.ID> {
        try await write { try $0.markCopySeen(id, by: by, at: at) }
    }
}
