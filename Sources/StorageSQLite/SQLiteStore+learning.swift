package import Foundation
package import Model

extension SQLiteStore {
    package func correct(_ message: Message.ID, intents: [String], by: String, at: Date) async throws -> Correction {
        try await write { try $0.correct(message, intents: intents, by: by, at: at) }
    }

    package func newestCorrection() async throws -> Correction? {
        try await read { try $0.newestCorrection() }
    }

    package func labelledMessages(limit: Int) async throws -> [LabelledMessage] {
        try await read { try $0.labelledMessages(limit: limit) }
    }

    package func pastMessages(limit: Int) async throws -> [PastMessage] {
        try await read { try $0.pastMessages(limit: limit) }
    }

    package func messagesDrafted(from template: String, limit: Int) async throws -> [DraftedMessage] {
        try await read { try $0.messagesDrafted(from: template, limit: limit) }
    }
}
