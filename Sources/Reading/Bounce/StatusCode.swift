/// Finds the codes of SMTP in what servers say.
enum StatusCode {
    /// A code, where it stands, and how sure it is that it is meant as one.
    private struct Found {
        var text: String
        var certainty: Int
    }

    /// The enhanced status code of a failure or delay (RFC 3463), such as `5.1.1`: one behind a reply code before one in
    /// brackets or behind a number sign, and that before any other.
    static func enhanced(in octets: ArraySlice<UInt8>) -> String? {
        var best: Found?
        var previous: ArraySlice<UInt8> = []
        for word in words(octets) {
            if isEnhanced(word) {
                let certainty = certainty(of: word, after: previous, in: octets)
                if certainty > best?.certainty ?? 0 {
                    best = Found(text: String(decoding: word, as: UTF8.self), certainty: certainty)
                }
                if certainty == 3 { break }
            }
            previous = word
        }
        return best?.text
    }

    static func enhanced(in text: some StringProtocol) -> String? {
        enhanced(in: Array(text.utf8)[...])
    }

    /// The first reply code of a failure or delay with text after it (RFC 5321 §4.2.1), and where that text begins.
    static func reply(in octets: ArraySlice<UInt8>) -> (code: Int, end: Int)? {
        var candidate: (code: Int, end: Int)?
        for word in words(octets) {
            if let candidate { return candidate }
            candidate = replyCode(word).map { ($0, word.endIndex) }
        }
        return nil
    }

    /// Whether the text holds a code of either kind.
    static func isNamed(in octets: ArraySlice<UInt8>) -> Bool {
        reply(in: octets) != nil || words(octets).contains(where: isEnhanced)
    }

    private static func certainty(
        of word: ArraySlice<UInt8>,
        after previous: ArraySlice<UInt8>,
        in octets: ArraySlice<UInt8>
    ) -> Int {
        let gap = word.startIndex - previous.endIndex
        if let code = replyCode(previous), UInt8(code / 100) + 0x30 == word.first, gap <= 3 { return 3 }
        guard word.startIndex > octets.startIndex else { return 1 }
        let before = octets[word.startIndex - 1]
        return before == UInt8(ascii: "#") || before == UInt8(ascii: "(") || before == UInt8(ascii: "[") ? 2 : 1
    }

    /// Runs of letters, digits and full stops; a full stop at the end is not part of them.
    private static func words(_ octets: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        octets.split { !($0 == 0x2E || isDigit($0) || $0 | 0x20 &- 0x61 < 26) }.map { word in
            var word = word
            while word.last == 0x2E { word.removeLast() }
            return word
        }
    }

    private static func isEnhanced(_ word: ArraySlice<UInt8>) -> Bool {
        guard (5...9).contains(word.count), word.first == 0x34 || word.first == 0x35 else { return false }
        let parts = word.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 1 else { return false }
        return parts.dropFirst().allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(isDigit) }
    }

    private static func replyCode(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count == 3, word.allSatisfy(isDigit) else { return nil }
        let code = word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let isFailure = [421, 422, 426, 432, 450, 451, 452, 454, 455, 521, 523, 525, 530, 535, 571].contains(code)
        return isFailure || (500...504).contains(code) || (550...557).contains(code) ? code : nil
    }

    private static func isDigit(_ octet: UInt8) -> Bool {
        octet &- 0x30 < 10
    }
}
