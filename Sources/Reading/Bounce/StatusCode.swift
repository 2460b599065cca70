/// Finds the codes of SMTP in running text.
enum StatusCode {
    /// The first enhanced status code of a failure or delay (RFC 3463), such as `5.1.1`.
    static func first(in text: some StringProtocol) -> String? {
        words(text).first(where: isEnhanced).map(String.init)
    }

    /// Whether the text holds a reply code of failure (RFC 5321 §4.2.1) with text after it, or an enhanced code.
    static func isNamed(in text: some StringProtocol) -> Bool {
        let words = words(text)
        if words.contains(where: isEnhanced) { return true }
        return words.dropLast().contains { $0.utf8.count == 3 && isReply($0) }
    }

    private static func words(_ text: some StringProtocol) -> [Substring] {
        Substring(text).split { !($0 == "." || $0.isASCII && ($0.isNumber || $0.isLetter)) }
    }

    private static func isEnhanced(_ word: Substring) -> Bool {
        let parts = word.split(separator: ".")
        guard parts.count == 3, parts[0] == "4" || parts[0] == "5" else { return false }
        return parts.dropFirst().allSatisfy { (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
    }

    private static func isReply(_ word: Substring) -> Bool {
        guard word.utf8.allSatisfy(isDigit), let code = Int(word) else { return false }
        return [421, 450, 451, 452, 454].contains(code) || (500...504).contains(code) || (550...557).contains(code)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }
}
