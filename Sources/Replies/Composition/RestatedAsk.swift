import Model

/// What the customer wants, in the customer's own words.
///
/// They are quoted, never turned from "my" to "your": what a rule would make of somebody's sentence is not what they
/// said.
enum RestatedAsk {
    /// The longest quotation of a customer in a reply, in characters.
    static let longest = 220

    /// The words that say most of one matter: the ask with most of its evidence, else the sentence with most of it, else
    /// the first ask, the first question, the first sentence that is more than a greeting; nil where there is none.
    static func words(of matter: ScoredIntent?, asks: [Ask], in reading: Reading) -> String? {
        guard !reading.newText.isEmpty else { return nil }
        let evidence = (matter?.evidence ?? []).filter { $0.weight > 0 }
        if let ask = mostSpoken(asks.map(\.span), by: evidence, { $0.start..<max($0.start, $0.end) }) {
            return quoted(ask.text, language: reading.language)
        }
        let sentences = MessageSentences(reading)
        let telling = sentences.ranges.filter { !isGreeting(sentences.text($0)) }
        if let sentence = mostSpoken(telling, by: evidence, { $0 }) {
            return quoted(sentences.text(sentence), language: reading.language)
        }
        if let ask = asks.first { return quoted(ask.span.text, language: reading.language) }
        return (telling.first(where: sentences.isQuestion) ?? telling.first).map {
            quoted(sentences.text($0), language: reading.language)
        }
    }

    /// One line without its final mark, so that it can stand in quotation marks; a question keeps its own.
    static func quoted(_ words: String, language: String = "") -> String {
        var line = MarkdownText.singleLine(words)[...]
        var isQuestion = false
        var isSpaced = false
        while let last = line.unicodeScalars.last, finalMarks.contains(last) {
            isSpaced = isQuestion && last.isBlank
            if last == "?" { isQuestion = true }
            line.unicodeScalars.removeLast()
        }
        // A question of several clauses may be cut before its mark.
        let isOpened = line.unicodeScalars.contains("¿")
        if line.hasPrefix("¡") { line.removeFirst() }
        let question = shortened(String(line))
        guard isQuestion || isOpened, !question.isEmpty else { return question }
        let opening = language == "es" && !isOpened ? "¿" : ""
        return opening + question + (isSpaced || language == "fr" ? "\u{00A0}?" : "?")
    }

    /// A text in which a question is quoted ends with the question's mark alone, unless the quotation is Spanish.
    static func punctuated(_ words: String, _ ask: String?) -> String {
        guard let ask, ask.hasSuffix("?") else { return words }
        var result = ""
        var rest = words[...]
        while let found = rest.firstOctets(of: ask) {
            result += rest[..<found.upperBound]
            rest = rest[found.upperBound...]
            guard let closing = closings.first(where: { rest.utf8.starts(with: "\($0).".utf8) }) else { continue }
            result += closing
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: closing.utf8.count + 1)...]
        }
        return result.isEmpty ? words : result + rest
    }

    private static let closings = ["”", "“", "\u{00A0}»", "\u{202F}»", " »"]

    private static let finalMarks: [Unicode.Scalar] = [".", "!", "?", ":", ";", ",", "…", " ", "\u{A0}", "\u{202F}"]

    /// The piece with most evidence in it, the first of several; nil where none has any.
    private static func mostSpoken<Piece>(
        _ pieces: [Piece],
        by evidence: [Evidence],
        _ range: (Piece) -> Range<Int>
    ) -> Piece? {
        guard !evidence.isEmpty else { return nil }
        let sums = EvidenceSums(evidence)
        var best: Piece?
        var most = 0.0
        for piece in pieces {
            let weight = sums.weight(in: range(piece))
            if weight > most { (best, most) = (piece, weight) }
        }
        return best
    }

    private static let salutations: Set<String> = [
        "hi", "hello", "hey", "dear", "good", "morning", "afternoon", "evening", "hallo", "guten", "tag", "moin",
        "liebe", "lieber", "liebes", "sehr", "geehrte", "geehrter", "bonjour", "bonsoir", "hola", "buenos", "buenas",
        "estimado", "estimada", "estimados", "madame", "monsieur", "cher", "chère", "greetings", "thanks", "danke",
        "merci", "gracias", "cheers", "regards",
    ]

    private static func isGreeting(_ sentence: String) -> Bool {
        guard sentence.utf8.count < 60, !sentence.utf8.contains(UInt8(ascii: "?")) else { return false }
        let words = sentence.drop { !$0.isLetter }
        if words.isEmpty { return true }
        guard salutations.contains(words.prefix(while: \.isLetter).lowercased()) else { return false }
        return words.split { !$0.isLetter }.count <= 5
    }

    private static func shortened(_ sentence: String) -> String {
        guard sentence.utf8.count > longest, sentence.count > longest else { return sentence }
        let head = sentence.prefix(longest)
        let cut = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<cut] + "…"
    }
}
