/// Subjects of replies.
package enum SubjectLine {
    /// `Re: …` with the reply prefixes of mail programs in other languages taken off first, one line.
    package static func reply(to subject: String, otherwise: String = "Your message") -> String {
        let bare = withoutReplyPrefix(subject)
        return "Re: \(bare.isEmpty ? otherwise : bare)"
    }

    /// The subject without `Re:`, `AW:`, `Re[2]:`, `Sv:` and the like, one line of at most 200 characters.
    package static func withoutReplyPrefix(_ subject: String) -> String {
        var rest = MarkdownText.singleLine(beginning(of: subject[...], 500))[...]
        while let bare = droppingPrefix(rest) { rest = bare }
        return beginning(of: rest, 200)
    }

    private static func beginning(of text: Substring, _ characters: Int) -> String {
        String(text.utf8.count <= characters ? text : text.prefix(characters))
    }

    /// An octet of a colon, or the first of a wide one.
    private static func mayBeColon(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ":") || byte == 0xEF
    }

    private static func colon(in subject: Substring) -> Substring.Index? {
        if let first = subject.utf8.firstIndex(where: { mayBeColon($0) || $0 >= 0x80 }), subject.utf8[first] < 0x80 {
            let next = subject.utf8.index(after: first)
            // What combines with a colon makes another sign of it.
            if next == subject.endIndex || subject.utf8[next] < 0x80 { return first }
        }
        return subject.firstIndex { $0 == ":" || $0 == "：" }
    }

    private static let prefixes: Set<String> = [
        "re", "aw", "antw", "antwort", "sv", "vs", "vá", "odp", "ref", "rif", "res", "rép", "ynt", "απ", "bls",
        "回复", "回覆", "答复", "отв", "ответ", "r",
    ]

    private static func droppingPrefix(_ subject: Substring) -> Substring? {
        guard subject.utf8.contains(where: mayBeColon) else { return nil }
        guard let colon = colon(in: subject) else { return nil }
        var word = subject[..<colon]
        // "Re[2]:" and "Re (3):" count replies.
        if let bracket = word.firstIndex(where: { "[( ".contains($0) }),
            word[bracket...].allSatisfy({ $0.isNumber || "[]() ".contains($0) })
        {
            word = word[..<bracket]
        }
        guard prefixes.contains(word.lowercased()) else { return nil }
        return subject[subject.index(after: colon)...].drop(while: \.isWhitespace)
    }
}
