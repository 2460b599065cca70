/// Names of slots with a meaning of their own.
enum SlotName {
    /// What is given beside the answer; declared by `goodwill:` in the front matter.
    static let goodwill = "goodwill"
    /// Who releases the reply.
    static let agent = Placeholder.agentName.slotName
    /// The day of a promise that is due `by: suggested`.
    static let promiseDue = Placeholder.promiseDue.slotName
}
