extension RandomAccessCollection {
    /// The place of the first element that belongs to the second part, where all of the first part stand before all of
    /// the second; the end where none does. Takes logarithmic time.
    func partitioningIndex(where isInSecond: (Element) -> Bool) -> Index {
        var low = startIndex
        var left = count
        while left > 0 {
            let middle = index(low, offsetBy: left / 2)
            if isInSecond(self[middle]) {
                left /= 2
            } else {
                low = index(after: middle)
                left -= left / 2 + 1
            }
        }
        return low
    }
}
