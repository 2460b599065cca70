/// Numbers that follow the word for what they number: `order 10234`, `Rechnung Nr. 55123`.
///
/// The reader finds the order numbers of a message's text; this finds those of its subject, and invoices'.
enum LabelledNumbers {
    enum Kind {
        case order
        case invoice

        fileprivate var words: [String] {
            switch self {
            case .order: ["order", "bestell", "auftrag", "commande", "pedido"]
            case .invoice: ["invoice", "rechnung", "facture", "factura"]
            }
        }
    }

    /// As written, in the order of the text.
    static func numbers(of kind: Kind, in text: some StringProtocol) -> [String] {
        let cues = kind.words
        guard cues.contains(where: { text.utf8.count > $0.utf8.count }) else { return [] }
        let words = words(text)
        return words.indices.compactMap { index in
            cues.contains { begins(words[index], $0) } ? number(in: words[(index + 1)...].prefix(4)) : nil
        }
    }

    private static let links: Set<String> = [
        "number", "no", "nr", "num", "id", "is", "was", "my", "the", "nummer", "ist", "lautet", "numéro", "número",
        "n°", "nº", "mit", "der", "with", "ref", "reference", "code",
    ]

    /// Without regard to case; `cue` is in lower case and ASCII.
    private static func begins(_ word: Substring, _ cue: String) -> Bool {
        let octets = word.utf8
        return octets.count >= cue.utf8.count && zip(octets, cue.utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func words(_ text: some StringProtocol) -> [Substring] {
        Substring(text).unicodeScalars.split {
            $0.value <= 0x20 || $0 == ":" || $0 == "," || $0 == ";" || $0 == "\u{A0}"
        }
        .map(Substring.init)
    }

    /// The first word that is a number, with only linking words before it.
    private static func number(in words: ArraySlice<Substring>) -> String? {
        for word in words {
            let bare = word.trimming { !$0.isLetter && !$0.isNumber }
            if isNumber(bare, marked: word.contains("#")) { return String(bare) }
            guard bare.isEmpty || links.contains(bare.lowercased()) else { return nil }
        }
        return nil
    }

    private static func isNumber(_ word: Substring, marked: Bool) -> Bool {
        let digits = word.count { $0.isASCII && $0.isNumber }
        guard digits >= 3, word.count <= 24 else { return false }
        guard word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || "-_/".contains($0) }) else {
            return false
        }
        return marked || !isYear(word) && !isDate(word)
    }

    private static func isYear(_ word: Substring) -> Bool {
        word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
    }

    private static func isDate(_ word: Substring) -> Bool {
        let parts = word.split { "-/".contains($0) }
        return parts.count == 3 && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
            && parts.contains(where: isYear)
    }
}

extension Substring {
    fileprivate func trimming(_ isOutside: (Character) -> Bool) -> Substring {
        guard let start = firstIndex(where: { !isOutside($0) }), let end = lastIndex(where: { !isOutside($0) }) else {
            return ""
        }
        return self[start...end]
    }
}
