/// A sentence in words, numbers and marks, as dates are read from it.
struct CalendarToken {
    enum Kind {
        case word
        case number(Int, digits: Int)
        case mark
    }

    var kind: Kind
    /// In lower case.
    var text: String

    var number: Int? {
        if case .number(let value, _) = kind { value } else { nil }
    }

    /// The numbers that can only be a year: four digits.
    var year: Int? {
        if case .number(let value, 4) = kind, (1990...2100).contains(value) { value } else { nil }
    }

    static func tokens(of sentence: some StringProtocol) -> [Self] {
        var tokens: [Self] = []
        var current = ""
        for scalar in sentence.lowercased().unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            let isDigit = (0x30...0x39).contains(scalar.value)
            let last = current.unicodeScalars.last
            let lastIsDigit = last.map { (0x30...0x39).contains($0.value) } ?? isDigit
            if (isLetter || isDigit) && (current.isEmpty || lastIsDigit == isDigit) {
                current.unicodeScalars.append(scalar)
                continue
            }
            append(&current, to: &tokens)
            if isLetter || isDigit {
                current.unicodeScalars.append(scalar)
            } else if !scalar.properties.isWhitespace {
                tokens.append(Self(kind: .mark, text: String(scalar)))
            }
        }
        append(&current, to: &tokens)
        return tokens
    }

    private static func append(_ text: inout String, to tokens: inout [Self]) {
        guard let first = text.utf8.first else { return }
        let isNumber = first &- 0x30 < 10
        let value = isNumber && text.utf8.count <= 4 ? Int(text) : nil
        tokens.append(Self(kind: value.map { .number($0, digits: text.utf8.count) } ?? .word, text: text))
        text = ""
    }
}
