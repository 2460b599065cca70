/// The head of a quoted message as Lotus Notes writes it, without colons or without any names of fields: who wrote on one
/// line, date and time on the next, then "To", "cc" and "Subject" in their own lines, if at all.
enum NotesHeading {
    private static let longest = 14
    private static let longestLine = 120

    /// The line after the heading that begins at `index`; nil where none does.
    static func end(in lines: MessageLines, at index: Int) -> Int? {
        guard let date = lines.nextText(index + 1, within: 2), isDate(lines, date) else { return nil }
        guard let sender = sender(lines, index) else { return nil }
        let fields = fields(lines, from: date + 1)
        if fields.count >= 2 { return fields.end }
        // Without names only an address in brackets tells it from what somebody notes, if text follows.
        return sender == .addressed && lines.nextText(date + 1) != nil ? date + 1 : nil
    }

    private enum Sender {
        case named
        case addressed
    }

    /// A name alone, or with its address in brackets: `Ann Smith/Shop/DE`, `Ann Smith <ann@example.org>`.
    private static func sender(_ lines: MessageLines, _ index: Int) -> Sender? {
        guard (3...longestLine).contains(lines[index].count), !".!?".utf8.contains(lines.last(index)),
            !lines.contains(UInt8(ascii: ":"), index)
        else {
            return nil
        }
        let scanner = lines.words(index)
        guard (1...6).contains(scanner.words.count), scanner.words.allSatisfy({ !$0.isNumber }),
            scanner.words[0].isCapital || scanner.words[0].isWide
        else { return nil }
        return scanner.hasBracketedAddress && scanner.wordsBeforeAddress == scanner.words.count ? .addressed : .named
    }

    /// A date and a time of day, and hardly a word besides.
    private static func isDate(_ lines: MessageLines, _ index: Int) -> Bool {
        guard lines[index].count <= 40, !lines[index].isQuoted, lines.contains(UInt8(ascii: ":"), index),
            HeaderLabel.at(index, in: lines) == nil
        else {
            return false
        }
        let words = lines.words(index).words
        let date = DateEvidence(words)
        return date.hasDate && date.hasTime && words.filter { !$0.isNumber }.count <= 3
    }

    /// How many fields stand there by names without colons, and where the last of them ends.
    private static func fields(_ lines: MessageLines, from start: Int) -> (count: Int, end: Int) {
        var labels: Set<HeaderLabel> = []
        var end = start
        for index in start..<min(start + longest, lines.count) where !lines[index].isQuoted {
            guard let label = HeaderLabel.alone(on: index, in: lines), labels.insert(label).inserted else { continue }
            // A value stands on the line below its name.
            let value = lines.nextText(index + 1, within: 1)
            end = (value.map { HeaderLabel.alone(on: $0, in: lines) == nil } == true ? index + 1 : index) + 1
        }
        return (labels.count, min(end, lines.count))
    }
}

extension HeaderLabel {
    /// The field whose name is all that stands on a line.
    fileprivate static func alone(on index: Int, in lines: MessageLines) -> HeaderLabel? {
        guard (1...20).contains(lines[index].count) else { return nil }
        return kinds[Word.key(lines.words(index).words.lazy.map(\.key))]
    }
}
