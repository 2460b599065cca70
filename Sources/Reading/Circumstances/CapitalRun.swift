/// Neighbouring words in capitals: shouting, from three words and ten letters on.
struct CapitalRun {
    private var words = 0
    private var letters = 0
    private var start = 0
    private(set) var shout: Range<Int>?

    mutating func take(_ word: PackedWord, _ range: Range<Int>) {
        guard word.capitals > 0, word.smallLetters == 0, word.digits == 0 else {
            words = 0
            return
        }
        if words == 0 {
            start = range.lowerBound
            letters = 0
        }
        words += 1
        letters += word.capitals
        if words >= 3, letters >= 10 { shout = start..<range.upperBound }
    }
}
