/// Ranges of a text, in its order, of which no two meet: a look takes the logarithm of how many there are.
struct TextRanges {
    private var ranges: [Range<Int>] = []

    /// - Parameter range: behind all others.
    mutating func append(_ range: Range<Int>) {
        ranges.append(range)
    }

    /// Whether a place is within one of them.
    func contains(_ place: Int) -> Bool {
        let next = index(beginningAt: place + 1)
        return next > 0 && place < ranges[next - 1].upperBound
    }

    /// Whether one of them begins within a range.
    func begin(in range: Range<Int>) -> Bool {
        let next = index(beginningAt: range.lowerBound)
        return next < ranges.count && ranges[next].lowerBound < range.upperBound
    }

    /// The first that begins there or later.
    private func index(beginningAt place: Int) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
