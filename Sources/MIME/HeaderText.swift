/// Decodes the value of an unstructured header field: encoded-words (RFC 2047), raw octets in whatever charset, folding.
///
/// GMime is not asked, because 3.2.13 loses text: where a padded base64 word meets a second one, the rest of the field
/// is gone. Here the octets of adjacent words of one charset are joined before decoding, so that a character split
/// between two words survives as well.
enum HeaderText {
    /// - Parameters:
    ///   - raw: the field's value as it stands, still folded.
    ///   - hint: the charset to try for raw octets that are not UTF-8.
    static func decode(_ raw: Octets, hint: String? = nil) -> String {
        if isPlain(raw) { return String(decoding: raw.trimmed(), as: UTF8.self) }
        var text = ""
        for run in runs(of: raw) {
            text += Charset.decode(run.octets, label: run.charset, hint: hint).text
        }
        return oneLine(text)
    }

    /// Folds line ends and other control characters to single spaces, and trims.
    static func oneLine(_ text: String) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count)
        var afterBreak = false
        for octet in text.utf8 {
            let isBreak = octet < 0x20 && octet != ASCII.tab || octet == 0x7F
            if isBreak || octet == ASCII.tab || (afterBreak && octet == ASCII.space) {
                if octets.last != ASCII.space { octets.append(ASCII.space) }
                afterBreak = true
            } else {
                octets.append(octet)
                afterBreak = false
            }
        }
        return String(decoding: octets[...].trimmed(), as: UTF8.self)
    }

    private static func isPlain(_ raw: Octets) -> Bool {
        var previous: UInt8 = 0
        for octet in raw {
            if octet < 0x20 || octet >= 0x7F { return false }
            if octet == UInt8.ascii("?"), previous == UInt8.ascii("=") { return false }
            previous = octet
        }
        return true
    }

    private struct Run {
        /// Nil for octets outside of encoded-words.
        var charset: String?
        var octets: Octets
        var isWord = false
    }

    private static func runs(of raw: Octets) -> [Run] {
        var runs: [Run] = []
        var literal = raw.startIndex
        var position = raw.startIndex
        while let start = raw.firstIndex(of: UInt8.ascii("="), UInt8.ascii("?"), from: position) {
            guard let word = EncodedWord(raw, at: start) else {
                position = start + 2
                continue
            }
            append(raw[literal..<start], to: &runs, beforeWord: true)
            append(word, to: &runs)
            literal = word.end
            position = word.end
        }
        append(raw[literal...], to: &runs, beforeWord: false)
        return runs
    }

    /// White space between two encoded-words is not part of the text (RFC 2047 §6.2).
    private static func append(_ literal: Octets, to runs: inout [Run], beforeWord: Bool) {
        if literal.isEmpty || (beforeWord && runs.last?.isWord == true && literal.allSatisfy(\.isWhiteSpace)) { return }
        runs.append(Run(charset: nil, octets: literal))
    }

    private static func append(_ word: EncodedWord, to runs: inout [Run]) {
        if let last = runs.last, last.isWord, last.charset == word.charset {
            runs[runs.count - 1].octets += word.octets
        } else {
            runs.append(Run(charset: word.charset, octets: word.octets, isWord: true))
        }
    }
}
