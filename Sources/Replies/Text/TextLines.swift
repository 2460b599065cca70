/// The lines of a text.
enum TextLines {
    /// Empty ones too; whatever ends a line is left out.
    static func of(_ text: String) -> [Substring] {
        guard hasUnusualEnds(text) else {
            return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// With LF at the end of each line but the last.
    static func endedUsually(_ text: String) -> String {
        hasUnusualEnds(text) ? of(text).joined(separator: "\n") : text
    }

    /// Whether a line ends otherwise than with LF: with CR, VT, FF, NEL (C2 85), LS or PS (E2 80 A8 and A9).
    static func hasUnusualEnds(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { isUnusualEnd(bytes, at: $0) }
        }
    }

    @inline(__always)
    private static func isUnusualEnd(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        switch bytes[place] {
        case 0x0B...0x0D: true
        case 0x85: place > 0 && bytes[place - 1] == 0xC2
        case 0xA8, 0xA9: place > 1 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE2
        default: false
        }
    }
}
