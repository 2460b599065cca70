/// The lines of a text.
enum TextLines {
    /// Empty ones too; whatever ends a line is left out.
    static func of(_ text: String) -> [Substring] {
        guard text.utf8.contains(where: isUnusual) else {
            return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The octets that other ends of lines have: CR, VT, FF, NEL (C2 85), LS and PS (E2 80 A8 and A9).
    private static func isUnusual(_ byte: UInt8) -> Bool {
        (0x0B...0x0D).contains(byte) || byte == 0x85 || byte == 0xA8 || byte == 0xA9
    }
}
