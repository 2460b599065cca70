package import Foundation
package import Model

/// What people said messages are about, and the past that a change can be tried on.
package protocol LearningStore: Sendable {
    /// Keeps what a person said a message is about. Earlier corrections stay; the newest counts.
    ///
    /// Throws `notFound` for an unknown message, `illegal` without an intent or before the message was read.
    func correct(_ message: Message.ID, intents: [String], by: String, at: Date) async throws -> Correction

    /// The newest correction of all; nil where there is none. Tells whether there is something new to learn.
    func newestCorrection() async throws -> Correction?

    /// The newest `limit` messages whose intents are known, oldest first: by corrections, and where there is none by
    /// replies that a person released. The same log gives the same list.
    func labelledMessages(limit: Int) async throws -> [LabelledMessage]

    /// The newest `limit` messages that people wrote, newest first.
    func pastMessages(limit: Int) async throws -> [PastMessage]

    /// The newest `limit` messages whose last draft by the program itself was made from a template, newest draft first.
    /// Drafts that no message was the reason for do not count.
    func messagesDrafted(from template: String, limit: Int) async throws -> [DraftedMessage]
}
