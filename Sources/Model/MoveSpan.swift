/// Where one move stands in a draft's text, in Unicode scalars of `DraftBody.text`; `start` included, `end` not.
package struct MoveSpan: Hashable, Sendable, Codable {
    package var move: MoveName
    /// The intent that it answers; empty for what belongs to the whole reply.
    package var matter: String
    package var start: Int
    package var end: Int

    package init(_ move: MoveName, matter: String, start: Int, end: Int) {
        self.move = move
        self.matter = matter
        self.start = start
        self.end = end
    }
}
