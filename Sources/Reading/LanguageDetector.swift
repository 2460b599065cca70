import CCLD2

/// The language of a text by CLD2, with a prior for texts that say too little.
package enum LanguageDetector {
    /// The code for "undetermined" (ISO 639-2).
    package static let undetermined = "und"

    /// Below this many octets of letters a guess is worth less than the inbox's own language.
    private static let shortest = 24
    /// So much text, in octets, tells nearly always what the whole tells.
    private static let enough = 640
    /// More text than this does not make the guess better.
    private static let longest = 32_768

    /// - Parameter prior: the language to assume of short or unclear texts.
    /// - Returns: an ISO 639-1 code, or the ISO 639-2 code where there is none; `und` where neither text nor prior tell.
    package static func language(of text: String, default prior: String?) -> String {
        guard let guess = guess(text), guess.isReliable else { return prior ?? undetermined }
        if guess.octets < shortest, let prior { return prior }
        return guess.octets < sure ? likelier[guess.code] ?? guess.code : guess.code
    }

    /// Small languages that short texts of a large one are taken for, with that one.
    private static let likelier = ["gl": "es", "lb": "de", "oc": "fr"]
    /// From so many octets of letters on they are told apart.
    private static let sure = 200

    /// Whether the text tells its language by itself, so that nothing needs to be assumed.
    package static func tells(_ text: String) -> Bool {
        guess(text).map { $0.isReliable && $0.octets >= shortest } ?? false
    }

    private struct Guess {
        let code: String
        let isReliable: Bool
        /// Octets of letters that it was made from.
        let octets: Int
    }

    /// By the beginning of a text where that is clear, else by the whole.
    private static func guess(_ text: String) -> Guess? {
        var text = text
        return text.withUTF8 { octets in
            octets.withMemoryRebound(to: CChar.self) { all in
                let guess = summary(of: head(of: all, atMost: enough))
                if let guess, guess.isReliable, guess.octets >= shortest { return guess }
                guard all.count > enough else { return guess }
                return summary(of: head(of: all, atMost: longest))
            }
        }
    }

    /// Cut at a scalar, so that CLD2 is given well-formed UTF-8 only.
    private static func head(of text: UnsafeBufferPointer<CChar>, atMost octets: Int) -> UnsafeBufferPointer<CChar> {
        guard text.count > octets else { return text }
        var end = octets
        while end > 0, UInt8(bitPattern: text[end]) & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }

    private static func summary(of buffer: UnsafeBufferPointer<CChar>) -> Guess? {
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return nil }
        var languages: [CInt] = [0, 0, 0]
        var percents: [CInt] = [0, 0, 0]
        var octets: CInt = 0
        var isReliable = false
        cld2_detect_summary(base, CInt(buffer.count), true, &languages, &percents, &octets, &isReliable)
        guard let code = cld2_language_code(languages[0]).map({ String(cString: $0) }), code != "un" else { return nil }
        return Guess(code: normalised(code), isReliable: isReliable, octets: Int(octets))
    }

    /// CLD2 uses some codes that ISO has withdrawn, and tells scripts of Chinese apart.
    private static func normalised(_ code: String) -> String {
        switch code {
        case "iw": "he"
        case "jw": "jv"
        case "mo": "ro"
        default: String(code.prefix { $0 != "-" })
        }
    }
}
