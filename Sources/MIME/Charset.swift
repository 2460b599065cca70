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
        let name = label.map(canonical) ?? "us-ascii"
        if isPlain(octets, in: name) { return Decoded(text: String(decoding: octets, as: UTF8.self)) }
        guard name != "us-ascii" else { return undeclared(octets, hint: hint) }
        if isSingleOctet(name), let text = String(validating: octets, as: UTF8.self) {
            return Decoded(text: text.removingByteOrderMark(), remark: "text is utf-8, not \(name) as declared")
        }
        if let text = decode(octets, as: name) { return Decoded(text: text) }
        return Decoded(text: undeclared(octets, hint: hint).text, remark: "text is not \(name) as declared")
    }

    /// ASCII that means itself in that charset.
    private static func isPlain(_ octets: Octets, in name: String) -> Bool {
        guard octets.isASCII else { return false }
        switch name {
        case "us-ascii": return !octets.contains(ASCII.escape) && !octets.contains(0)
        case "utf-8", "windows-1252": return true
        default: return !isStateful(name) && !octets.contains(ASCII.escape)
        }
    }

    /// Charsets in which ASCII octets may stand for something else.
    private static func isStateful(_ name: String) -> Bool {
        ["utf-16", "utf-32", "ucs-", "utf-7", "hz-", "iso-2022-"].contains { name.hasPrefix($0) }
    }

    /// In these, text that happens to be valid UTF-8 beyond ASCII is not written by anybody.
    private static func isSingleOctet(_ name: String) -> Bool {
        ["windows-", "iso-8859-", "koi8-", "cp85", "cp43", "cp86", "mac"].contains { name.hasPrefix($0) }
    }

    private static func undeclared(_ octets: Octets, hint: String?) -> Decoded {
        let wide = CharsetGuess.wide(octets)
        if wide == nil, !CharsetGuess.hasJapaneseEscape(octets), let text = decodeSoundUTF8(octets) {
            return Decoded(text: text, remark: "no usable charset declared, read as utf-8")
        }
        if let name = hint.map(canonical), name != "us-ascii", name != "utf-8", let text = decode(octets, as: name) {
            return Decoded(text: text)
        }
        let name = wide ?? CharsetGuess.name(of: octets)
        let text = decode(octets, as: name) ?? WindowsLatin.decode(octets)
        return Decoded(text: text, remark: "no usable charset declared, read as \(name)")
    }

    /// Nil where the charset is unknown or the octets plainly belong to another one.
    private static func decode(_ octets: Octets, as name: String) -> String? {
        switch name {
        case "utf-8": return decodeUTF8(octets)
        case "windows-1252": return WindowsLatin.decode(octets)
        case "iso-2022-jp": return Iconv.decode(ShiftedCharset.japanese(octets)[...], from: "euc-jp-ms")?.text
        case "hz-gb-2312": return Iconv.decode(ShiftedCharset.chinese(octets)[...], from: "gb18030")?.text
        case "utf-16": return decode(octets, as: CharsetGuess.wide(octets) ?? "utf-16le")
        case "utf-16le", "utf-16be", "utf-32": if octets.isASCII, !octets.contains(0) { return nil }
        default: break
        }
        return converted(octets, from: name)
    }

    /// By iconv.
    private static func converted(_ octets: Octets, from name: String) -> String? {
        guard let converted = Iconv.decode(octets, from: name) else { return nil }
        let tolerated = max(1, octets.count / 50)
        guard converted.malformed > tolerated else { return converted.text }
        return String(validating: octets, as: UTF8.self) == nil && octets.count < 16 ? converted.text : nil
    }

    /// Damaged UTF-8 stays UTF-8 with replacement characters as long as most of it is sound.
    private static func decodeUTF8(_ octets: Octets) -> String? {
        if let text = String(validating: octets, as: UTF8.self) { return text.removingByteOrderMark() }
        let text = String(decoding: octets, as: UTF8.self)
        let (sound, damaged) = soundness(of: text)
        return sound >= damaged ? text.removingByteOrderMark() : nil
    }

    /// As `decodeUTF8` where nothing declares UTF-8: much of it must then be sound.
    private static func decodeSoundUTF8(_ octets: Octets) -> String? {
        if let text = String(validating: octets, as: UTF8.self) { return text.removingByteOrderMark() }
        let text = String(decoding: octets, as: UTF8.self)
        let (sound, damaged) = soundness(of: text)
        return sound > 4 * damaged ? text.removingByteOrderMark() : nil
    }

    /// How many characters beyond ASCII there are, and how many places that are no UTF-8.
    private static func soundness(of text: String) -> (sound: Int, damaged: Int) {
        var sound = 0
        var damaged = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            if scalar == "\u{FFFD}" { damaged += 1 } else { sound += 1 }
        }
        return (sound, damaged)
    }
}

extension String {
    func removingByteOrderMark() -> String {
        unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
    }
}
