/// The two forms by which a word is looked up, in buffers used again for the next word.
struct FoldedForms {
    private(set) var stem: [UInt8] = []
    private(set) var form: [UInt8] = []
    private var letters: [UInt8] = []

    mutating func set(_ token: Token, of text: TokenizedText, stemmer: borrowing Stemmer) {
        set(text.bytes[token.form], isWord: token.kind == .word, stemmer: stemmer)
    }

    /// - Parameter written: in lower case and composed form.
    mutating func set(_ written: some Collection<UInt8>, isWord: Bool, stemmer: borrowing Stemmer) {
        stem.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        letters.append(contentsOf: written)
        if stemmer.writesUmlauts { Umlauts.restore(in: &letters) }
        form.removeAll(keepingCapacity: true)
        form.append(contentsOf: letters)
        LatinFold.fold(&form, from: 0)
        guard isWord else { return stem.append(contentsOf: form) }
        letters.withUnsafeBufferPointer { stemmer.appendStem(of: $0, to: &stem) }
        LatinFold.fold(&stem, from: 0)
    }
}

/// German without umlauts on the keyboard: "Groesse" is "Größe".
enum Umlauts {
    /// Makes `ae`, `oe` and `ue` one letter again, in UTF-8. Where the two letters are the word's own ("Michael",
    /// "aktuell") keywords and texts are changed alike, so that they still meet; after `a`, `e` and `q` a `ue` never
    /// stands for `ü` ("neue", "Quelle").
    static func restore(in letters: inout [UInt8]) {
        guard letters.count > 1 else { return }
        letters.withUnsafeMutableBufferPointer { letters in
            var index = 1
            while index < letters.count {
                defer { index += 1 }
                guard letters[index] == UInt8(ascii: "e"),
                    let second = umlaut(of: letters[index - 1], after: index > 1 ? letters[index - 2] : 0)
                else { continue }
                letters[index - 1] = 0xC3
                letters[index] = second
            }
        }
    }

    private static func umlaut(of vowel: UInt8, after previous: UInt8) -> UInt8? {
        switch (vowel, previous) {
        case (UInt8(ascii: "a"), _): 0xA4
        case (UInt8(ascii: "o"), _): 0xB6
        case (UInt8(ascii: "u"), UInt8(ascii: "a")), (UInt8(ascii: "u"), UInt8(ascii: "e")): nil
        case (UInt8(ascii: "u"), UInt8(ascii: "q")): nil
        case (UInt8(ascii: "u"), _): 0xBC
        default: nil
        }
    }
}
