/// What can be known of a person from the display name of their address.
struct PersonName {
    /// The name as people write it, first name first; nil where it names no person.
    let full: String?
    /// The name to greet by; nil where it is doubtful, since a wrong name is worse than none.
    let first: String?

    init(_ display: String?) {
        let words = Self.words(of: display)
        guard (1...4).contains(words.count), let name = words.first else {
            (full, first) = (nil, nil)
            return
        }
        full = words.contains { $0.count > 1 } ? words.joined(separator: " ") : nil
        first = name.count > 1 && !name.hasSuffix(".") ? name : nil
    }

    private static func words(of display: String?) -> [String] {
        guard let display, display.utf8.count < 200 else { return [] }
        let line = MarkdownText.singleLine(display).trimmingQuotes
        let parts = cut(line)
        guard parts.count <= 2, let family = parts.first else { return [] }
        // "Schmidt, Anna" is how directories write it.
        let ordered = parts.count == 2 ? parts[1] + family : family
        let words = ordered.map(String.init).filter { !isTitle($0) }
        return words.allSatisfy(isPart) ? words.map(cased) : []
    }

    /// At commas, and then at spaces.
    private static func cut(_ line: String) -> [[Substring]] {
        guard line.utf8.allSatisfy({ $0 < 0x80 }) else {
            return line.split(separator: ",", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
        }
        return line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { part in
            part.split(separator: UInt8(ascii: " ")).map(Substring.init)
        }
    }

    private static func isTitle(_ word: String) -> Bool {
        if word.utf8.allSatisfy(isASCIILetter) { return titles.contains(word.lowercased()) }
        return titles.contains(word.lowercased().filter(\.isLetter))
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "herr", "frau", "hr", "fr", "mme", "mlle", "sr", "sra",
        "dipl", "ing", "phd", "msc", "bsc", "mba",
    ]

    /// Words that stand in the names of shops, teams and machines.
    private static let impersonal: Set<String> = [
        "gmbh", "ag", "ltd", "limited", "llc", "inc", "team", "support", "service", "info", "sales", "office", "admin",
        "noreply", "no-reply", "reply", "shop", "via", "customer", "kundenservice", "postmaster", "the", "and", "und",
        "accounts", "orders", "contact", "kontakt", "mail", "webmaster", "newsletter", "group", "company",
    ]

    private static func isPart(_ word: String) -> Bool {
        let isWord =
            word.utf8.allSatisfy(isASCIILetter)
            || word.allSatisfy { $0.isLetter || "'’-.".contains($0) } && word.first?.isLetter == true
        return isWord && !word.isEmpty && !impersonal.contains(word.lowercased())
    }

    /// "ANNA" and "anna" become "Anna"; anything mixed is left as its bearer writes it.
    private static func cased(_ word: String) -> String {
        let isMixed =
            word.utf8.contains { (0x41...0x5A).contains($0) } && word.utf8.contains { (0x61...0x7A).contains($0) }
        guard !isMixed, word.count > 1, word == word.uppercased() || word == word.lowercased() else { return word }
        return word.split(separator: "-", omittingEmptySubsequences: false)
            .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
            .joined(separator: "-")
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        if let first = utf8.first, let last = utf8.last, Self.isLetter(first), Self.isLetter(last) { return self }
        guard let start = firstIndex(where: { !Self.quotes.contains($0) }),
            let end = lastIndex(where: { !Self.quotes.contains($0) })
        else { return "" }
        return String(self[start...end])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static let quotes: Set<Character> = ["\"", "'", "“", "”", "„", " "]
}
