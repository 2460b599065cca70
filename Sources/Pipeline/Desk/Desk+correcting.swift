package import Model
import Storage

/// What came of a correction.
package struct CorrectionOutcome: Sendable {
    package var correction: Correction
    package var draft: DraftAfterCorrection
}

package enum DraftAfterCorrection: Hashable, Sendable {
    /// There is a new version, or a first one, from the template of what the person named.
    case written(Draft)
    /// A person had worked on the draft, or it was decided meanwhile: it stays as it was.
    case kept(Draft)
    /// Nothing waits to be answered, or there is no template for it.
    case none
}

extension Desk {
    /// What a message can be said to be about.
    package var intents: [Intent] {
        drafting.intents()
    }

    /// Keeps what a person says a message is about, and drafts anew for it unless somebody has worked on the draft.
    ///
    /// Throws `StoreError.notFound` for an intent or a message that is not there.
    package func correct(_ id: Message.ID, intents names: [String], by user: String) async throws -> CorrectionOutcome {
        let known = Set(intents.map(\.id))
        if let unknown = names.first(where: { !known.contains($0) }) { throw StoreError.notFound("intent \(unknown)") }
        let correction = try await store.correct(id, intents: names, by: user, at: now())
        drafting.corrected()
        let draft = try await draftAnew(correction)
        return CorrectionOutcome(correction: correction, draft: draft)
    }

    private func draftAnew(_ correction: Correction) async throws -> DraftAfterCorrection {
        guard let message = try await store.message(correction.message), message.state == .open else { return .none }
        return try await draftAnew(message)
    }

    /// Drafts for an open message by what is known now, unless somebody has worked on its draft.
    func draftAnew(_ message: Message) async throws -> DraftAfterCorrection {
        guard let body = await drafting.draft(message, now()), let place = message.conversation,
            let record = try await store.conversation(place)
        else { return .none }
        guard let pending = record.drafts.first(where: { $0.state == .pending }) else {
            return .written(try await store.startDraft(for: message.id, body: body, by: Self.program, at: now()))
        }
        guard pending.message == message.id, pending.author == Self.program, pending.body.occasion == .message else {
            return .kept(pending)
        }
        let edited = try await store.edit(
            pending.id,
            version: pending.version,
            body: body,
            by: Self.program,
            at: now()
        )
        guard case .done(let draft) = edited else { return .kept(pending) }
        return .written(draft)
    }

    static let program = "wavelength"
}
