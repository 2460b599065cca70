/// Verb forms that ask for something to be done, known by their endings where a clause begins.
enum ImperativeForm {
    /// Whether the words at `index` are one: "reservieren Sie", "réservez-moi", "resérvenme".
    static func begins(at index: Int, of text: ScannedText) -> Bool {
        guard let word = text.piece(index), word.kind == .word, word.count >= 4, !word.has(.interrogative) else {
            return false
        }
        switch text.language {
        case "de": return isGerman(word, at: index, text)
        case "fr": return isFrench(word, at: index, text)
        case "es": return isSpanish(word, text)
        default: return false
        }
    }

    /// The verb stands before its subject in questions too, which have their mark.
    private static func isGerman(_ word: Piece, at index: Int, _ text: ScannedText) -> Bool {
        guard let subject = text.piece(index + 1), subject.count == 3, ends(word, with: germanEndings, text) else {
            return false
        }
        guard text.string(subject.start..<subject.end).lowercased() == "sie" else { return false }
        return !word.has([.future, .past, .common])
    }

    /// "Avez-vous" asks, "organisez" does not.
    private static func isFrench(_ word: Piece, at index: Int, _ text: ScannedText) -> Bool {
        guard ends(word, with: frenchEndings, text), word.count > 5 else { return false }
        let place = text.isSign("-", at: index + 1) ? index + 2 : index + 1
        guard let next = text.piece(place) else { return true }
        return text.string(next.start..<next.end).lowercased() != "vous"
    }

    private static func isSpanish(_ word: Piece, _ text: ScannedText) -> Bool {
        ends(word, with: spanishEndings, text)
    }

    private static func ends(_ word: Piece, with endings: [[UInt8]], _ text: ScannedText) -> Bool {
        endings.contains { ending in
            guard ending.count < word.count else { return false }
            let start = word.end - ending.count
            return ending.indices.reversed().allSatisfy { text.bytes[start + $0] | 0x20 == ending[$0] }
        }
    }

    private static let germanEndings = ["en", "ern", "eln"].map { Array($0.utf8) }
    private static let frenchEndings = ["ez"].map { Array($0.utf8) }
    private static let spanishEndings = [
        "enme", "anme", "enmelo", "anmelo", "enmela", "anmela", "ennos", "annos", "adme", "edme",
        "quen", "guen", "icen",
    ].map { Array($0.utf8) }
}
