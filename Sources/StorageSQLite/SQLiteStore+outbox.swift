package import Foundation
package import Model
package import Storage

extension SQLiteStore {
    package func claimDue(limit: Int, at: Date) async throws -> [OutgoingMail] {
        try await write { try $0.claimDue(limit: limit, at: at) }
    }

    package func nextDue() async throws -> Date? {
        try await read { try $0.nextDue() }
    }

    package func markHandingOver(_ id: OutgoingMail.ID, at: Date) async throws {
        try await write { try $0.markHandingOver(id, at: at) }
    }

    package func markPartSent(_ id: OutgoingMail.ID, _ part: SentPart, at: Date) async throws {
        try await write { try $0.markPartSent(id, part, at: at) }
    }

    package func markSent(_ id: OutgoingMail.ID, answer: String, at: Date) async throws {
        try await write { try $0.markSent(id, answer: answer, at: at) }
    }

    package func markRetry(_ id: OutgoingMail.ID, answer: String, notBefore: Date, at: Date) async throws {
        try await write { try $0.markRetry(id, answer: answer, notBefore: notBefore, at: at) }
    }

    package func markFailed(_ id: OutgoingMail.ID, answer: String, at: Date) async throws {
        try await write { try $0.markFailed(id, answer: answer, at: at) }
    }

    package func markUncertain(_ id: OutgoingMail.ID, answer: String, at: Date) async throws {
        try await write { try $0.markUncertain(id, answer: answer, at: at) }
    }

    package func recoverOutbox(at: Date) async throws -> [OutgoingMail.ID] {
        try await write { try $0.recoverOutbox(at: at) }
    }

    package func undo(_ id: OutgoingMail.ID, by: String, at: Date) async throws -> Decision<Draft.ID> {
        try await write { try $0.undo(id, by: by, at: at) }
    }

    package func resolve(
        _ id: OutgoingMail.ID,
        delivered: Bool,
        by: String,
        at: Date
    ) async throws -> Decision<OutgoingMail.State> {
        try await write { try $0.resolve(id, delivered: delivered, by: by, at: at) }
    }

    package func acknowledge(
        _ message: Message.ID,
        mail: NewOutgoingMail,
        entry: AutomaticMailEntry,
        limits: AutomaticMailLimits
    ) async throws -> AcknowledgementOutcome {
        try await write { try $0.acknowledge(message, mail: mail, entry: entry, limits: limits) }
    }

    package func outgoing(in state: OutgoingMail.State, limit: Int) async throws -> [OutgoingMail] {
        try await read { try $0.outgoing(in: state, limit: limit) }
    }

    package func outgoingMail(_ id: OutgoingMail.ID) async throws -> OutgoingMail? {
        try await read { try $0.outgoingMail(id) }
    }
}
