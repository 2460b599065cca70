import CGMime

/// From octets in some charset to Unicode: what the label says if it can be true, otherwise what the octets are.
enum Charset {
    struct Decoded {
        var text: String
        /// Why the label could not be followed, in plain words; nil where it could.
        var remark: String?
    }

    /// - Parameters:
    ///   - label: the declared charset; nil or unknown ones are guessed.
    ///   - hint: a charset to try before guessing, such as the one a message's body declares for its raw headers.
    static func decode(_ octets: Octets, label: String?, hint: String? = nil) -> Decoded {
        let name = label.map(canonical)
        if octets.isASCII, !octets.contains(ASCII.escape), name.map(isASCIICompatible) ?? !octets.contains(0) {
            return Decoded(text: String(decoding: octets, as: UTF8.self))
        }
        guard let name, name != "us-ascii" else { return undeclared(octets, hint: hint) }
        if let text = decode(octets, as: name) { return Decoded(text: text) }
        return Decoded(text: undeclared(octets, hint: hint).text, remark: "text is not \(name) as declared")
    }

    private static func undeclared(_ octets: Octets, hint: String?) -> Decoded {
        if let text = String(validating: octets, as: UTF8.self), !octets.contains(ASCII.escape) {
            return Decoded(text: text, remark: "no usable charset declared, read as utf-8")
        }
        if let name = hint.map(canonical), name != "us-ascii", name != "utf-8", let text = decode(octets, as: name) {
            return Decoded(text: text)
        }
        let name = CharsetGuess.name(of: octets)
        let text = decode(octets, as: name) ?? WindowsLatin.decode(octets)
        return Decoded(text: text, remark: "no usable charset declared, read as \(name)")
    }

    /// Nil where the charset is unknown or the octets plainly belong to another one.
    private static func decode(_ octets: Octets, as name: String) -> String? {
        switch name {
        case "utf-8": return decodeUTF8(octets)
        case "windows-1252": return WindowsLatin.decode(octets)
        default:
            guard let converted = Iconv.decode(octets, from: name) else { return nil }
            let tolerated = max(1, octets.count / 50)
            guard converted.malformed > tolerated, name != "us-ascii" else { return converted.text }
            return String(validating: octets, as: UTF8.self) == nil && octets.count < 16 ? converted.text : nil
        }
    }

    /// Damaged UTF-8 stays UTF-8 with replacement characters as long as most of it is sound.
    private static func decodeUTF8(_ octets: Octets) -> String? {
        if let text = String(validating: octets, as: UTF8.self) { return text.removingByteOrderMark() }
        let text = String(decoding: octets, as: UTF8.self)
        var sound = 0
        var damaged = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            if scalar == "\u{FFFD}" { damaged += 1 } else { sound += 1 }
        }
        return sound >= damaged ? text.removingByteOrderMark() : nil
    }

    private static func isASCIICompatible(_ name: String) -> Bool {
        !(name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name == "utf-7" || name == "hz-gb-2312")
    }
}

extension String {
    func removingByteOrderMark() -> String {
        unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
    }
}
