/// Finds the words that may be one slip from a given one: both have a form in common from which at most one letter has
/// been left out. A hash that two forms share only makes a candidate more.
struct DeletionIndex: Sendable {
    /// Where the words of each bucket begin in `words`; one more than there are buckets, a power of two.
    private let starts: [UInt32]
    /// Places in the list of words.
    private let words: [UInt16]

    init(_ list: WordList) {
        let hashes = (0..<list.count).map { DeletionHashes(list[$0]) }
        var buckets = 64
        while buckets < hashes.reduce(0, { $0 + $1.count }) { buckets *= 2 }
        var starts = [UInt32](repeating: 0, count: buckets + 1)
        for word in hashes { word.visit { starts[Self.bucket($0, of: buckets) + 1] += 1 } }
        for bucket in 1...buckets { starts[bucket] += starts[bucket - 1] }
        var words = [UInt16](repeating: 0, count: Int(starts[buckets]))
        var next = starts
        for (place, word) in hashes.enumerated() {
            word.visit {
                let bucket = Self.bucket($0, of: buckets)
                words[Int(next[bucket])] = UInt16(place)
                next[bucket] += 1
            }
        }
        self.starts = starts
        self.words = words
    }

    private static func bucket(_ hash: UInt64, of buckets: Int) -> Int {
        Int(truncatingIfNeeded: hash >> 20) & (buckets - 1)
    }

    /// Some twice.
    func candidates(_ hashes: DeletionHashes) -> [Int] {
        var found: [Int] = []
        hashes.visit {
            let bucket = Self.bucket($0, of: starts.count - 1)
            for place in starts[bucket]..<starts[bucket + 1] { found.append(Int(words[Int(place)])) }
        }
        return found
    }

    /// A quick way to say that a word has no candidate, for going through a long list of words.
    func filter(_ list: WordList) -> HashFilter {
        var filter = HashFilter(items: words.count)
        for place in 0..<list.count { DeletionHashes(list[place]).visit { filter.insert($0) } }
        return filter
    }
}
