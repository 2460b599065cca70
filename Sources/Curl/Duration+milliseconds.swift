extension Duration {
    /// Whole milliseconds, at least 1 for any positive duration, since libcurl reads 0 as "no limit".
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let (whole, isTooLong) = Int(seconds).multipliedReportingOverflow(by: 1000)
        guard !isTooLong, whole < Int(Int32.max) else { return Int(Int32.max) }
        return max(1, whole + Int(attoseconds / 1_000_000_000_000_000))
    }
}
