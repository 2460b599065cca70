package import Foundation
package import Model

/// Who was told of which limit. Entered by `DecisionStore.approve`.
package protocol LimitStore: Sendable {
    /// Tells the store which limits are in force and which have ended, as their file says. Returns those of `ended`, and
    /// those that stood in an earlier call and are in neither list now, whose end was not known to the store before. One
    /// in both lists is in force.
    func noteLimits(inForce: [String], ended: [String], at: Date) async throws -> [String]

    /// The conversations that were told of a limit by a reply that was released and not taken back, and for which no
    /// draft about its end was queued yet, or only one that was superseded; oldest first.
    func toldOfLimit(_ limit: String) async throws -> [Conversation.ID]
}
