/// A part of a chat's reply that its provider took.
package struct SentPart: Hashable, Sendable {
    /// Counted from 1; all parts before it were taken as well.
    package var number: Int
    /// The provider's number of the message, by which it tells later what became of it; nil where it gives none.
    package var id: String?

    package init(number: Int, id: String? = nil) {
        self.number = number
        self.id = id
    }
}
