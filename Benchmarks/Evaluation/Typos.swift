import Scoring
import TestSupport

/// Slips of the finger: in one of five words of four letters and more, a letter is left out, doubled by another,
/// changed, or swapped with its neighbour.
enum Typos {
    static func made(in examples: [LabelledExample], seed: UInt64) -> [LabelledExample] {
        var random = Seed(seed)
        return examples.map { example in
            let words = example.text.split(separator: " ").map { word in
                let isHit = word.count >= 4 && Int.random(in: 0..<5, using: &random) == 0
                return isHit ? slip(in: Array(word), &random) : String(word)
            }
            return LabelledExample(label: example.label, text: words.joined(separator: " "), language: example.language)
        }
    }

    private static func slip(in word: [Character], _ random: inout Seed) -> String {
        var word = word
        let place = Int.random(in: 0..<word.count, using: &random)
        let letter = Array("abcdefghijklmnopqrstuvwxyz")[Int.random(in: 0..<26, using: &random)]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: word.remove(at: place)
        case 1: word.insert(letter, at: place)
        case 2: word[place] = letter
        default: word.swapAt(place, place == 0 ? 1 : place - 1)
        }
        return String(word)
    }
}
