/// Numbers that follow the word for what they number: `order 10234`, `Rechnung Nr. 55123`.
///
/// The reader finds the order numbers of a message's text; this finds those of its subject, and invoices'.
enum LabelledNumbers {
    enum Kind {
        case order
        case invoice

        fileprivate var words: [String] {
            switch self {
            case .order: Self.orders
            case .invoice: Self.invoices
            }
        }

        private static let orders = ["order", "bestell", "auftrag", "commande", "pedido"]
        private static let invoices = ["invoice", "rechnung", "facture", "factura"]

        /// Whether one of the words begins with a small letter.
        fileprivate func mayBegin(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "o"), UInt8(ascii: "b"), UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "p"):
                self == .order
            case UInt8(ascii: "i"), UInt8(ascii: "r"), UInt8(ascii: "f"): self == .invoice
            default: false
            }
        }
    }

    /// How many octets behind its word a number is looked for in.
    private static let reach = 120

    /// As written, in the order of the text.
    static func numbers(of kind: Kind, in text: Substring) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var numbers: [String] = []
            var isAtStart = true
            for (place, byte) in bytes.enumerated() {
                if isAtStart, kind.mayBegin(byte | 0x20), begins(bytes[place...], kind),
                    let number = number(behind: bytes[place...].prefix(reach))
                {
                    numbers.append(number)
                }
                isAtStart = byte <= 0x20 || byte == 0xA0 || byte == 0x3A || byte == 0x2C || byte == 0x3B
            }
            return numbers
        }
    }

    private static func number(behind octets: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        number(in: words(String(decoding: octets, as: UTF8.self)[...], 5).dropFirst().prefix(4))
    }

    private static let links: Set<String> = [
        "number", "no", "nr", "num", "id", "is", "was", "my", "the", "nummer", "ist", "lautet", "numéro", "número",
        "n°", "nº", "mit", "der", "with", "ref", "reference", "code",
    ]

    /// Whether one of the words stands here, without regard to case.
    private static func begins(_ octets: Slice<UnsafeBufferPointer<UInt8>>, _ kind: Kind) -> Bool {
        kind.words.contains { word in
            octets.count >= word.utf8.count && zip(octets, word.utf8).allSatisfy { $0 | 0x20 == $1 }
        }
    }

    /// The first so many words of a text, and the rest of it.
    private static func words(_ text: Substring, _ count: Int) -> [Substring] {
        text.unicodeScalars.split(maxSplits: count) {
            $0.value <= 0x20 || $0 == ":" || $0 == "," || $0 == ";" || $0 == "\u{A0}"
        }
        .map(Substring.init)
    }

    /// The first word that is a number, with only linking words before it.
    private static func number(in words: ArraySlice<Substring>) -> String? {
        for word in words {
            let bare = word.bare
            if isNumber(bare, marked: word.contains("#")) { return String(bare) }
            guard bare.isEmpty || links.contains(bare.lowercased()) else { return nil }
        }
        return nil
    }

    private static func isNumber(_ word: Substring, marked: Bool) -> Bool {
        let octets = word.utf8
        guard octets.count <= 24, octets.count(where: \.isDigit) >= 3 else { return false }
        guard octets.allSatisfy({ $0.isLetterOrDigit || "-_/".utf8.contains($0) }) else { return false }
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
    /// Without what stands around its letters and digits.
    fileprivate var bare: Substring {
        if utf8.allSatisfy({ $0 < 0x80 }) {
            guard let start = utf8.firstIndex(where: \.isLetterOrDigit),
                let end = utf8.lastIndex(where: \.isLetterOrDigit)
            else { return "" }
            return self[start...end]
        }
        guard let start = firstIndex(where: { $0.isLetter || $0.isNumber }),
            let end = lastIndex(where: { $0.isLetter || $0.isNumber })
        else { return "" }
        return self[start...end]
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

    /// Of ASCII.
    fileprivate var isLetterOrDigit: Bool { isDigit || (0x61...0x7A).contains(self | 0x20) }
}
