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
                let (end, isWord) = Self.endOfLine(list, from: start)
                if isWord, (3...longest).contains(end - start) {
                    word.removeAll(keepingCapacity: true)
                    word.append(contentsOf: list[start..<end])
                    take(&word, body)
                }
                start = end + 1
            }
        }
    }

    private static func endOfLine(_ list: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, isWord: Bool) {
        var end = start
        var isWord = true
        while end < list.count, list[end] != UInt8(ascii: "\n") {
            if list[end] == UInt8(ascii: "'") { isWord = false }
            end += 1
        }
        return (end, isWord)
    }

    private func take(_ word: inout [UInt8], _ body: (ArraySlice<UInt8>, DeletionHashes) -> Void) {
        for index in word.indices where word[index] &- 0x41 < 26 { word[index] |= 0x20 }
        fold(&word)
        body(word[...], DeletionHashes(word[...]))
    }

    private func fold(_ word: inout [UInt8]) {
        if writesUmlauts { Umlauts.restore(in: &word) }
        guard word.contains(where: { $0 >= 0x80 }) else { return }
        LatinFold.fold(&word, from: 0)
        // The letter below the accent may have been a capital.
        for index in word.indices where word[index] &- 0x41 < 26 { word[index] |= 0x20 }
    }
}
