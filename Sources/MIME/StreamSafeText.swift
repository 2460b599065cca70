/// Text in which no character carries more than 30 marks: the Stream-Safe Text Format of Unicode (UAX #15, D4).
///
/// To compare or hash strings Swift brings the marks of a character into one order, which takes the square of their number. A
/// stranger may put a megabyte of them on one letter; no language needs more than a few.
enum StreamSafeText {
    private static let mostMarks = 30
    /// The combining grapheme joiner, which ends a run of marks and is not seen.
    private static let joiner: Unicode.Scalar = "\u{34F}"
    /// No scalar before it is a mark.
    private static let firstMark: Unicode.Scalar = "\u{300}"

    /// The same text, with a joiner after each 30 marks in a row.
    static func make(_ text: String) -> String {
        guard holdsLongRun(text) else { return text }
        var safe = String.UnicodeScalarView()
        var run = 0
        for scalar in text.unicodeScalars {
            run = isMark(scalar) ? run + 1 : 0
            if run > mostMarks {
                safe.append(joiner)
                run = 1
            }
            safe.append(scalar)
        }
        return String(safe)
    }

    private static func holdsLongRun(_ text: String) -> Bool {
        // A mark takes two octets at least.
        guard text.utf8.count > 2 * mostMarks else { return false }
        var run = 0
        for scalar in text.unicodeScalars {
            run = isMark(scalar) ? run + 1 : 0
            if run > mostMarks { return true }
        }
        return false
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar >= firstMark && scalar.properties.canonicalCombiningClass != .notReordered
    }
}
