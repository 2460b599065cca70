/// Cuts a reply into parts that a provider takes.
///
/// A cut falls behind a paragraph, else a line or sentence, else a word; inside a word only where the word alone is longer
/// than a part, and there not inside a web address or a character unless that is again too long by itself. White space at
/// a cut is dropped, everything else arrives. Linear in the length of the text.
package struct ReplySplitter: Sendable {
    private let limit: PartLimit

    package init(limit: PartLimit) {
        self.limit = limit
    }

    /// The parts in order, each within the limit and none blank; empty for a blank text.
    package func parts(of text: String) -> [String] {
        let letters = pieces(of: text)
        var parts: [String] = []
        var start = 0
        while let first = letters[start...].firstIndex(where: { !$0.isWhitespace }) {
            let end = self.end(of: letters, from: first)
            parts.append(Self.trimmed(letters[first..<end]))
            start = end
        }
        return parts
    }

    /// The characters of a text; one that is longer than a part falls into its scalars.
    private func pieces(of text: String) -> [Character] {
        text.flatMap { letter in
            limit.length(of: letter) <= limit.most ? [letter] : letter.unicodeScalars.map(Character.init)
        }
    }

    /// Where the part ends that begins at `start`.
    private func end(of letters: [Character], from start: Int) -> Int {
        var length = 0
        var room = start
        while room < letters.count {
            length += limit.length(of: letters[room])
            if length > limit.most { break }
            room += 1
        }
        return room == letters.count ? room : cut(letters, from: start, to: room)
    }

    /// The last cut of the best rank that leaves a part of some size: a paragraph of three words in front of a long one is
    /// no reason to send it alone.
    private func cut(_ letters: [Character], from start: Int, to room: Int) -> Int {
        let cuts = Cuts(letters, from: start, to: room)
        let enough = start + (room - start) / 4
        let ranked = [cuts.paragraph, cuts.sentence, cuts.word].compactMap(\.self)
        if let cut = ranked.first(where: { $0 >= enough }) ?? ranked.max() { return cut }
        return Self.addressStart(in: letters, from: start, to: room) ?? room
    }

    /// Where the web address begins that a cut at `room` would fall into, unless the part begins with it.
    private static func addressStart(in letters: [Character], from start: Int, to room: Int) -> Int? {
        guard !letters[room].isWhitespace else { return nil }
        let scheme = [Character]("://")
        var index = room - 1
        while index > start + scheme.count {
            if letters[index] == ":", letters[index...].starts(with: scheme) {
                let name = letters[start..<index].lastIndex { !($0.isASCII && $0.isLetter) }
                return name.map { $0 + 1 }
            }
            index -= 1
        }
        return nil
    }

    private static func trimmed(_ letters: ArraySlice<Character>) -> String {
        var letters = letters
        while let last = letters.last, last.isWhitespace { letters.removeLast() }
        return String(letters)
    }
}
