/// A piece of `Reading.newText`, exactly as it stands there.
package struct TextSpan: Hashable, Sendable, Codable {
    package var text: String
    /// Offsets in Unicode scalars into `Reading.newText`, `start` included, `end` not.
    package var start: Int
    package var end: Int

    package init(text: String, start: Int, end: Int) {
        self.text = text
        self.start = start
        self.end = end
    }
}
