/// The moves that a reply is made of: each answers something that the customer wonders about.
package enum MoveName: String, CaseIterable, Hashable, Sendable, Codable {
    /// "Did you understand me?"
    case samePage = "same page"
    /// "What's in it for me?"
    case gain
    /// "What are you doing for me?"
    case doing
    /// "What happens now, and when?"
    case next
    /// "What can't you do?"
    case limit
    /// "You let me down."
    case recovery
    /// "And then?"
    case ahead
    /// "Do you care how it was?"
    case feedback
}
