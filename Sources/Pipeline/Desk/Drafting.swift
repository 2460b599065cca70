package import Foundation
package import Model
import Replies

extension Desk {
    /// Drafting where no message has just come in: once a person has said what a message is about, how the customer is to
    /// be addressed, or that something promised is done.
    package struct Drafting: Sendable {
        /// What there is to choose from.
        var intents: @Sendable () -> [Intent]
        /// The draft for a message by what is known of it now; nil where there is none to make.
        var draft: @Sendable (Message, Date) async -> DraftBody?
        /// The draft for something that the customer did not write about; nil where there is no template for it.
        var occasion: Occasions
        /// Tells whoever learns that there is something to learn.
        var corrected: @Sendable () -> Void

        package init(
            intents: @escaping @Sendable () -> [Intent],
            draft: @escaping @Sendable (Message, Date) async -> DraftBody?,
            occasion: Occasions,
            corrected: @escaping @Sendable () -> Void = {}
        ) {
            self.intents = intents
            self.draft = draft
            self.occasion = occasion
            self.corrected = corrected
        }

        /// Drafts by the preparation that is in force at the time.
        package init(
            _ live: LivePreparation,
            _ circumstances: Circumstances,
            corrected: @escaping @Sendable () -> Void = {}
        ) {
            self.init(
                intents: { live.value.intents },
                draft: { await live.value.draftAnew($0, circumstances, at: $1) },
                occasion: Occasions(live, circumstances),
                corrected: corrected
            )
        }
    }
}
