/// How much a server may make us hold.
package struct ResponseLimits: Hashable, Sendable {
    /// The text of one response without its literals, in bytes. A response over it ends the connection.
    package var text: Int
    /// The literals of one response together, in bytes. A literal that would pass it is skipped as it comes in, and
    /// stands in the response as its size only.
    package var literals: Int
    /// How deep parentheses may nest. A response over it is reported as not understood.
    package var depth: Int

    package init(text: Int = 4 << 20, literals: Int = 32 << 20, depth: Int = 100) {
        self.text = text
        self.literals = literals
        self.depth = depth
    }

    /// The largest literal that is worth skipping, in bytes: what 32 bits can say. Beyond it the stream is given up.
    static let skippable = Int(UInt32.max)
}
