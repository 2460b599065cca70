/// A line of a message; offsets are in octets of the text.
struct MessageLine {
    enum Mark: UInt8 {
        case none
        case quote
        case attribution
        case header
        case signature
    }

    var start: Int32
    /// Without white space at both ends: of the line, or of what stands right of the quote marks.
    var textStart: Int32
    var textEnd: Int32
    /// How many quote marks stand before the text.
    var depth: UInt8
    /// What the HTML says of it.
    var mark: Mark

    var isBlank: Bool { textStart == textEnd && depth == 0 }
    var isQuoted: Bool { depth > 0 || mark == .quote }
    var count: Int { Int(textEnd - textStart) }
    var range: Range<Int> { Int(textStart)..<Int(textEnd) }
}
