/// The known words by what is left of them when one letter is left out: finds words at a Damerau distance of 1.
struct SpellingIndex: Sendable {
    /// Shorter words have too many neighbours that mean something else.
    static let shortestWord = 4
    static let longestWord = 32

    /// Hashes of a word and of its deletions, sorted, and the form that each belongs to.
    fileprivate var hashes: [UInt64] = []
    private var forms: [Int32] = []

    init(_ book: WordBook) {
        var entries: [(UInt64, Int32)] = []
        for (id, form) in book.forms.enumerated() where form.messages > 1 && form.isLetters {
            Self.forEachDeletion(of: Array(String(decoding: form.bytes, as: UTF8.self).unicodeScalars)) {
                entries.append(($0, Int32(id)))
            }
        }
        entries.sort { $0 < $1 }
        hashes = entries.map(\.0)
        forms = entries.map(\.1)
    }

    /// The most frequent known word one insertion, deletion, change or swap of neighbours away; of equally frequent
    /// ones the first in the alphabet.
    func mend(_ bytes: some Collection<UInt8>, in book: WordBook) -> Int32? {
        guard bytes.count >= Self.shortestWord, bytes.count <= Self.longestWord * 4 else { return nil }
        let word = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        guard (Self.shortestWord...Self.longestWord).contains(word.count) else { return nil }
        var best: Int32?
        Self.forEachDeletion(of: word) { hash in
            var place = firstPlace(of: hash)
            while place < hashes.count, hashes[place] == hash {
                if isBetter(forms[place], than: best, for: word, in: book) { best = forms[place] }
                place += 1
            }
        }
        return best
    }

    private func isBetter(_ form: Int32, than other: Int32?, for word: [Unicode.Scalar], in book: WordBook) -> Bool {
        let candidate = book.forms[Int(form)]
        if let other {
            let rival = book.forms[Int(other)]
            guard candidate.messages >= rival.messages else { return false }
            if candidate.messages == rival.messages, !candidate.bytes.lexicographicallyPrecedes(rival.bytes) {
                return false
            }
        }
        return Self.isOneAway(word, Array(String(decoding: candidate.bytes, as: UTF8.self).unicodeScalars))
    }

    private func firstPlace(of hash: UInt64) -> Int {
        var (low, high) = (0, hashes.count)
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func forEachDeletion(of word: [Unicode.Scalar], _ body: (UInt64) -> Void) {
        for left in -1..<word.count {
            if left > 0, word[left] == word[left - 1] { continue }
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for (place, scalar) in word.enumerated() where place != left {
                hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
            }
            body(hash)
        }
    }

    /// Whether one edit leads from one word to the other: same beginning, same end, and little between.
    static func isOneAway(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        let shorter = min(a.count, b.count)
        guard abs(a.count - b.count) <= 1, a != b else { return false }
        var front = 0
        while front < shorter, a[front] == b[front] { front += 1 }
        var back = 0
        while back < shorter - front, a[a.count - 1 - back] == b[b.count - 1 - back] { back += 1 }
        let (restA, restB) = (a.count - front - back, b.count - front - back)
        if restA <= 1, restB <= 1 { return true }
        return restA == 2 && restB == 2 && a[front] == b[front + 1] && a[front + 1] == b[front]
    }
}

extension SpellingIndex {
    /// What the index takes in memory.
    var bytes: Int { 12 * hashes.count }
}
