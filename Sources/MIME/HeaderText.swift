/// Decodes the value of an unstructured header field: encoded-words (RFC 2047), raw octets in whatever charset, folding. What
/// it gives is stream-safe.
///
/// GMime is not asked, because 3.2.13 loses text: where a padded base64 word meets a second one, the rest of the field
/// is gone. Here the octets of adjacent words of one charset are joined before decoding, so that a character split
/// between two words survives as well.
enum HeaderText {
    /// - Parameters:
    ///   - raw: the field's value as it stands, still folded.
    ///   - hint: the charset to try for raw octets that are not UTF-8.
    static func decode(_ raw: Octets, hint: String? = nil) -> String {
        let traits = Traits(raw)
        if traits.hasWords { return EncodedWords.decode(raw, hint: hint) }
        if traits.needsCharset { return oneLine(Charset.decode(raw, label: nil, hint: hint).text) }
        let trimmed = raw.trimmed()
        return traits.hasControls ? unfolded(trimmed) : String(decoding: trimmed, as: UTF8.self)
    }

    /// Folds line ends and other control characters to single spaces, and trims; stream-safe.
    static func oneLine(_ text: String) -> String {
        var text = StreamSafeText.make(text)
        return text.withUTF8 { octets in
            let isClean =
                octets.first != ASCII.space && octets.last != ASCII.space && !octets.contains(where: isControl)
            return isClean ? nil : unfolded(octets)
        } ?? text
    }

    private static func isControl(_ octet: UInt8) -> Bool {
        octet < 0x20 || octet == 0x7F
    }

    private static func unfolded(_ text: some Sequence<UInt8>) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.underestimatedCount)
        var afterBreak = false
        for octet in text {
            if isControl(octet) || (afterBreak && octet == ASCII.space) {
                if octets.last != ASCII.space { octets.append(ASCII.space) }
                afterBreak = true
            } else {
                octets.append(octet)
                afterBreak = false
            }
        }
        return String(decoding: octets[...].trimmed(), as: UTF8.self)
    }

    /// What has to be done to a value, found in one pass.
    private struct Traits {
        var hasControls = false
        /// Octets beyond ASCII, or the escape character of Japanese mail.
        var needsCharset = false
        /// An equals sign and a question mark, which begin an encoded-word.
        var hasWords = false

        init(_ raw: Octets) {
            raw.withUnsafeBufferPointer { octets in
                var previous: UInt8 = 0
                for octet in octets {
                    if isControl(octet) { hasControls = true }
                    if octet >= 0x80 || octet == ASCII.escape { needsCharset = true }
                    if octet == UInt8.ascii("?"), previous == UInt8.ascii("=") { hasWords = true }
                    previous = octet
                }
            }
        }
    }
}
