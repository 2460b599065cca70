/// What the outbox has to know of a chat's reply besides its bytes, as it knows the envelope of a mail.
package struct ReplyEnvelope: Hashable, Sendable {
    /// Where it goes: of the replies to one place, one goes out after the other.
    package var place: ChatPlace
    /// How many messages it is sent as.
    package var parts: Int

    package init(place: ChatPlace, parts: Int) {
        self.place = place
        self.parts = parts
    }
}
