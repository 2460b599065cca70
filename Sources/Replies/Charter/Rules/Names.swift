import Model

// Who writes to whom, and in which language.

extension CharterRule {
    static let wrongNameOrLanguage = CharterRule(
        "wrong_name_or_language",
        page: "name-and-language",
        advice: "Write to the customer by their own name."
    ) { text, _ in
        if let place = otherLanguage(text) { return [place] }
        return wrongName(text).map { [Place(range: $0)] } ?? []
    }

    private static func otherLanguage(_ text: CheckedText) -> Place? {
        let known = { (language: String) in Cue.tongues.contains { $0.language == language } }
        let expected = text.message.map(\.reading.language).flatMap { known($0) ? $0 : nil } ?? text.reply.language
        guard let own = Cue.tongues.firstIndex(where: { $0.language == expected }), let first = text.body.first,
            let most = text.tongues.indices.max(by: { text.tongues[$0] < text.tongues[$1] })
        else { return nil }
        guard most != own, text.tongues[most] >= 4, text.tongues[most] > 2 * text.tongues[own] else { return nil }
        return Place(range: first.range, advice: "Write in the language that the customer wrote in.")
    }

    /// The greeting's name where it is none that the customer is known by.
    private static func wrongName(_ text: CheckedText) -> Range<Int>? {
        guard !text.layout.greeting.isEmpty else { return nil }
        let greeted = GreetedName(text)
        guard let range = greeted.range else { return nil }
        var known = CustomerNames(text.reply.customerName)
        if greeted.words.contains(where: known.contains) { return nil }
        if let message = text.message?.reading { known.add(from: message) }
        return known.isEmpty || greeted.words.contains(where: known.contains) ? nil : range
    }

    static let noSignaturePerson = CharterRule(
        "no_signature_person",
        page: "owner",
        advice: "Sign with the name of a person, so that the customer knows who cares."
    ) { text in
        guard text.reply.form == .mail else { return [] }
        let signature = Signature(text)
        return signature.namesPerson ? [] : [signature.range]
    }
}

/// The words by which the customer is known, folded.
struct CustomerNames {
    private var words: Set<String> = []

    /// - Parameter display: that of their address.
    init(_ display: String?) {
        add(display ?? "")
    }

    mutating func add(from message: Reading) {
        for fact in message.facts where fact.kind == .name { add(fact.span.text) }
        guard !words.isEmpty else { return }
        // Who signs otherwise than their address says may be greeted so.
        for line in Self.lastLines(of: message.newText) where line.utf8.count < 40 { add(String(line)) }
    }

    /// Three that are not empty, from the end of the text.
    private static func lastLines(of text: String) -> [Substring] {
        var rest = text.utf8[...]
        var lines: [Substring] = []
        while lines.count < 3, !rest.isEmpty {
            let start = rest.lastIndex(of: UInt8(ascii: "\n")).map(rest.index(after:)) ?? rest.startIndex
            if start < rest.endIndex { lines.append(Substring(rest[start...])) }
            rest = rest[..<start].dropLast()
        }
        return lines
    }

    var isEmpty: Bool { words.isEmpty }

    func contains(_ word: String) -> Bool {
        words.contains(word)
            || words.contains { $0.count > 3 && word.count > 3 && ($0.hasPrefix(word) || word.hasPrefix($0)) }
    }

    private mutating func add(_ name: String) {
        for word in NameWords.words(of: name) where !NameWords.titles.contains(word) { words.insert(word) }
    }
}

enum NameWords {
    /// Runs of letters and apostrophes, of more than one, folded. What is written above a letter belongs to it.
    static func words(of name: String) -> [String] {
        let scalars = name.unicodeScalars
        let runs = scalars.split { !$0.isLetter && $0 != "'" && $0 != "’" && !isAccent($0) }
        return runs.filter { $0.lazy.filter { !isAccent($0) }.prefix(2).count > 1 }.map { folded(Substring($0)) }
    }

    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }

    /// In small letters without accents; `ae`, `oe` and `ue` are what people without umlauts write for them.
    static func folded(_ word: some StringProtocol) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(word.utf8) }
        var folded = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                append(ascii(scalar), to: &folded)
            } else {
                for small in scalar.properties.lowercaseMapping.unicodeScalars { append(small, to: &folded) }
            }
        }
        return String(folded)
    }

    private static func foldedASCII(_ word: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: word.count) { folded in
            var count = 0
            for byte in word {
                let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                if small == UInt8(ascii: "e"), count > 0, takesE(folded[count - 1]) { continue }
                folded[count] = small
                count += 1
            }
            return count
        }
    }

    /// `ae`, `oe` and `ue`.
    private static func takesE(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "u")
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0xDF: folded.append(contentsOf: "ss".unicodeScalars)
        case 0x300...0x36F: return
        case 0x65 where folded.last == "a" || folded.last == "o" || folded.last == "u": return
        default: folded.append(ContentKey.folded(scalar))
        }
    }

    /// Words to compare folded ones with.
    static func set(_ words: [String]) -> Set<String> {
        Set(words.map { folded($0) })
    }

    /// Before a name, or in its place.
    static let titles = set([
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "maam", "herr", "herrn", "frau", "mme", "mlle",
        "madame", "monsieur", "mademoiselle", "sr", "sra", "srta", "senor", "senora", "senorita", "don", "dona",
        "doctor", "doctora", "docteur", "professor", "professeur",
    ])
}
