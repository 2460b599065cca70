import CCLD2

/// The language of a text by CLD2, with a prior for texts that say too little.
package enum LanguageDetector {
    /// The code for "undetermined" (ISO 639-2).
    package static let undetermined = "und"

    /// Below this many octets of letters a guess is worth less than the inbox's own language.
    private static let shortest = 24
    /// More text than this does not make the guess better.
    private static let longest = 32_768

    /// - Parameter prior: the language to assume of short or unclear texts.
    /// - Returns: an ISO 639-1 code, or the ISO 639-2 code where there is none; `und` where neither text nor prior tell.
    package static func language(of text: String, default prior: String?) -> String {
        guard let guess = detect(text), guess.isReliable else { return prior ?? undetermined }
        if guess.octets < shortest, let prior { return prior }
        return guess.code
    }

    /// Whether the text tells its language by itself, so that nothing needs to be assumed.
    package static func tells(_ text: String) -> Bool {
        detect(text).map { $0.isReliable && $0.octets >= shortest } ?? false
    }

    private static func detect(_ text: String) -> (code: String, isReliable: Bool, octets: Int)? {
        // Cut at a scalar, so that CLD2 is given well-formed UTF-8 only.
        var head = String(text.unicodeScalars.prefix(longest))
        return head.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) { summary(of: $0) }
        }
    }

    private static func summary(
        of buffer: UnsafeBufferPointer<CChar>
    ) -> (code: String, isReliable: Bool, octets: Int)? {
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return nil }
        var languages: [CInt] = [0, 0, 0]
        var percents: [CInt] = [0, 0, 0]
        var octets: CInt = 0
        var isReliable = false
        cld2_detect_summary(base, CInt(buffer.count), true, &languages, &percents, &octets, &isReliable)
        guard let code = cld2_language_code(languages[0]).map({ String(cString: $0) }), code != "un" else { return nil }
        return (normalised(code), isReliable, Int(octets))
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
