/// The lines of a text.
enum TextLines {
    /// Empty ones too; whatever ends a line is left out.
    static func of(_ text: String) -> [Substring] {
        guard hasUnusualEnds(text) else {
            return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// Whether a line ends otherwise than with LF: with CR, VT, FF, NEL (C2 85), LS or PS (E2 80 A8 and A9).
    static func hasUnusualEnds(_ text: String) -> Bool {
        var last: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x0B...0x0D: return true
            case 0x85 where last.1 == 0xC2: return true
            case 0xA8, 0xA9: if last == (0xE2, 0x80) { return true }
            default: break
            }
            last = (last.1, byte)
        }
        return false
    }
}
