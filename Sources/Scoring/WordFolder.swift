/// Brings words of lists to the form in which words of texts are compared.
struct WordFolder {
    private let writesUmlauts: Bool

    init(language: String) {
        writesUmlauts = Stemmer(language: language).writesUmlauts
    }

    /// - Parameter word: in lower case, UTF-8.
    func folded(_ word: [UInt8]) -> [UInt8] {
        var word = word
        fold(&word)
        return word
    }

    /// Hands on every word of at most `longest` bytes, with its hashes. Lines with an apostrophe are left out, since
    /// texts are cut there. Capitals of other scripts than Latin stay.
    func forEachLine(of list: [UInt8], upTo longest: Int, _ body: (ArraySlice<UInt8>, DeletionHashes) -> Void) {
        list.withUnsafeBufferPointer { list in
            var word: [UInt8] = []
            var start = 0
            while start < list.count {
                let line = WordLine(list, from: start)
                if !line.hasApostrophe, (3...longest).contains(line.end - start) {
                    word.removeAll(keepingCapacity: true)
                    word.append(contentsOf: UnsafeBufferPointer(rebasing: list[start..<line.end]))
                    if line.hasCapital { makeSmall(&word) }
                    fold(&word)
                    body(word[...], DeletionHashes(word[...]))
                }
                start = line.end + 1
            }
        }
    }

    private func fold(_ word: inout [UInt8]) {
        if writesUmlauts { Umlauts.restore(in: &word) }
        guard !isASCII(word) else { return }
        LatinFold.fold(&word, from: 0)
        // The letter below the accent may have been a capital.
        makeSmall(&word)
    }

    // Plain loops over buffers: lists have hundreds of thousands of words, which an unoptimised program reads at its first
    // message too.

    private func isASCII(_ word: [UInt8]) -> Bool {
        word.withUnsafeBufferPointer { word in
            var index = 0
            while index < word.count, word[index] < 0x80 { index += 1 }
            return index == word.count
        }
    }

    private func makeSmall(_ word: inout [UInt8]) {
        word.withUnsafeMutableBufferPointer { word in
            var index = 0
            while index < word.count {
                if word[index] &- 0x41 < 26 { word[index] |= 0x20 }
                index += 1
            }
        }
    }
}

/// What one look at a line of a word list tells.
private struct WordLine {
    private(set) var end: Int
    /// Texts are cut there.
    private(set) var hasApostrophe = false
    private(set) var hasCapital = false

    init(_ list: UnsafeBufferPointer<UInt8>, from start: Int) {
        end = start
        while end < list.count {
            let byte = list[end]
            if byte == UInt8(ascii: "\n") { return }
            if byte == UInt8(ascii: "'") { hasApostrophe = true }
            if byte &- 0x41 < 26 { hasCapital = true }
            end += 1
        }
    }
}
