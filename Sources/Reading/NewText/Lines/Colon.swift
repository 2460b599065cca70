/// The colon of Latin, and those of Chinese and Japanese, Armenian and Khmer.
enum Colon {
    /// Whether some text ends in one.
    @inline(__always)
    static func ends(_ text: ArraySlice<UInt8>) -> Bool {
        guard let last = text.last else { return false }
        if last == UInt8(ascii: ":") { return true }
        guard last >= 0x80, text.count >= 3 else { return false }
        return length(text, at: text.endIndex - 3) == 3 || length(text, at: text.endIndex - 2) == 2
    }

    /// The octets of the colon that begins at an index; 0 where none does.
    @inline(__always)
    static func length(_ text: ArraySlice<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: ":"): 1
        case 0xD5: index + 1 < text.endIndex && text[index + 1] == 0x9D ? 2 : 0
        case 0xEF: index + 2 < text.endIndex && text[index + 1] == 0xBC && text[index + 2] == 0x9A ? 3 : 0
        case 0xE1: index + 2 < text.endIndex && text[index + 1] == 0x9F && text[index + 2] == 0x96 ? 3 : 0
        default: 0
        }
    }
}
