/// Plain facts that stand in a message: numbers that follow the word for what they number.
struct Facts: Hashable {
    /// As written, several joined by commas; nil where the message gives none.
    private(set) var orderNumber: String?
    private(set) var invoiceNumber: String?

    init(subject: String, text: String) {
        let words = Self.words(subject) + Self.words(String(text.unicodeScalars.prefix(Sentences.reach)))
        var orders: [String] = []
        var invoices: [String] = []
        for (index, word) in words.enumerated() {
            let isOrder = Self.orderWords.contains { Self.begins(word, $0) }
            guard isOrder || Self.invoiceWords.contains(where: { Self.begins(word, $0) }),
                let number = Self.number(in: words[(index + 1)...].prefix(4))
            else { continue }
            if isOrder { orders.append(number) } else { invoices.append(number) }
        }
        orderNumber = Self.listed(orders)
        invoiceNumber = Self.listed(invoices)
    }

    private static let orderWords = ["order", "bestell", "auftrag", "commande", "pedido"]
    private static let invoiceWords = ["invoice", "rechnung", "facture", "factura"]
    private static let links: Set<String> = [
        "number", "no", "nr", "num", "id", "is", "was", "my", "the", "nummer", "ist", "lautet", "numéro", "número",
        "n°",
        "nº", "mit", "der", "with", "ref", "reference", "code",
    ]

    /// Without regard to case; `cue` is in lower case and ASCII.
    private static func begins(_ word: Substring, _ cue: String) -> Bool {
        let octets = word.utf8
        return octets.count >= cue.utf8.count && zip(octets, cue.utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func words(_ text: String) -> [Substring] {
        text.unicodeScalars.split { $0.value <= 0x20 || $0 == ":" || $0 == "," || $0 == ";" || $0 == "\u{A0}" }
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

    private static func listed(_ numbers: [String]) -> String? {
        var seen: Set<String> = []
        let unique = numbers.filter { seen.insert($0).inserted }
        return unique.isEmpty ? nil : unique.prefix(5).joined(separator: ", ")
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
