/// The text that was written this time: what is left of a message when quotes, the lines that introduce them and
/// signatures are taken off.
///
/// Works on lines, in time linear in the text. Own words are never to be lost: what is not known for a quote or a
/// signature stays, and where nothing would be left the whole text is the answer.
package enum NewText {
    /// - Parameter keepingSignatures: true takes off quotes alone.
    /// - Returns: lines joined by LF, without blank lines at the start and end.
    package static func extract(from text: String, keepingSignatures: Bool = false) -> String {
        let lines = TextLine.lines(of: text)
        var keep = QuoteFinder(lines).ownLines()
        if !keepingSignatures { SignatureFinder(lines).strike(from: &keep) }
        let own = joined(lines, keep)
        return own.isEmpty ? joined(lines, Array(repeating: true, count: lines.count)) : own
    }

    /// Blank lines at the seams where something was taken out are kept to one.
    private static func joined(_ lines: [TextLine], _ keep: [Bool]) -> String {
        var output: [Substring] = []
        var isAfterGap = false
        for (line, keeps) in zip(lines, keep) {
            if keeps, !(line.isBlank && (output.isEmpty || isAfterGap && output.last?.isEmpty == true)) {
                output.append(line.isBlank ? "" : line.text)
            }
            isAfterGap = !keeps || isAfterGap && line.isBlank
        }
        while output.last?.isEmpty == true { output.removeLast() }
        return output.joined(separator: "\n")
    }
}
