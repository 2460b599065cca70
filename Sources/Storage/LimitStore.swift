package import Foundation
package import Model

/// Who was told of which limit. Entered by `DecisionStore.approve`.
package protocol LimitStore: Sendable {
    /// Tells the store which limits are in force and which have ended, as their file says. Their words are kept. Returns
    /// the ids of those of `ended`, and of those that stood in an earlier call and are in neither list now, whose end was
    /// not known to the store before. One in both lists is in force. Where one stands again, pending drafts about its end
    /// are superseded.
    func noteLimits(inForce: [Limit], ended: [Limit], at: Date) async throws -> [String]

    /// Limits that ended, in the words in which they were noted last, and of whose end somebody still has to be told
    /// (`toldOfLimit`); by id.
    func untoldEndings() async throws -> [Limit]

    /// The conversations that were told of a limit by a reply that was released and not taken back, and for which no
    /// draft about its end was queued yet, or only one that was superseded; oldest first.
    func toldOfLimit(_ limit: String) async throws -> [Conversation.ID]
}
