package import Foundation

/// What a person said a message is about; the newest of a message counts.
package struct Correction: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Correction>

    package var id: ID
    package var message: Message.ID
    /// The ids of intents, what matters most first; at least one.
    package var intents: [String]
    package var by: String
    package var at: Date

    package init(id: ID, message: Message.ID, intents: [String], by: String, at: Date) {
        self.id = id
        self.message = message
        self.intents = intents
        self.by = by
        self.at = at
    }
}

/// A message of which a person has said what it is about: what weights are learned from.
package struct LabelledMessage: Hashable, Sendable {
    package enum Source: String, Hashable, Sendable, Codable {
        /// Somebody said so.
        case correction
        /// Somebody released the reply that was drafted for that intent.
        case approval
    }

    package var message: Message.ID
    /// `Reading.newText`.
    package var text: String
    /// `Reading.language`.
    package var language: String
    /// At least one.
    package var intents: [String]
    package var source: Source

    package init(message: Message.ID, text: String, language: String, intents: [String], source: Source) {
        self.message = message
        self.text = text
        self.language = language
        self.intents = intents
        self.source = source
    }
}

/// A message of the past, as much of it as scoring it again needs.
package struct PastMessage: Hashable, Sendable {
    package var message: Message.ID
    package var text: String
    package var language: String
    /// The intents that were clear when it was read; empty where none was.
    package var matters: [String]

    package init(message: Message.ID, text: String, language: String, matters: [String]) {
        self.message = message
        self.text = text
        self.language = language
        self.matters = matters
    }
}
