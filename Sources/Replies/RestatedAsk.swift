import Model

/// What the customer wants, in the customer's own words.
enum RestatedAsk {
    /// The longest quotation of a customer in a reply, in characters.
    static let longest = 220

    /// The sentence that speaks most for the intent, else the first question, else the first sentence that is more
    /// than a greeting; nil where there is none.
    static func sentence(in reading: Reading, intent: ScoredIntent?) -> String? {
        let scalars = Array(reading.newText.unicodeScalars.prefix(Sentences.reach))
        let sentences = Sentences.ranges(in: scalars[...]).filter { !isGreeting(scalars[$0]) }
        guard let first = sentences.first else { return nil }
        let chosen = mostSpoken(sentences, intent) ?? sentences.first { scalars[$0].contains("?") } ?? first
        return shortened(MarkdownText.singleLine(String(String.UnicodeScalarView(scalars[chosen]))))
    }

    private static func mostSpoken(_ sentences: [Range<Int>], _ intent: ScoredIntent?) -> Range<Int>? {
        guard let intent else { return nil }
        var owners = Array(repeating: Int?.none, count: Sentences.reach)
        for (number, sentence) in sentences.enumerated() { for place in sentence { owners[place] = number } }
        var weights = Array(repeating: 0.0, count: sentences.count)
        for evidence in intent.evidence where owners.indices.contains(evidence.start) {
            if let owner = owners[evidence.start] { weights[owner] += max(0, evidence.weight) }
        }
        guard let most = weights.max(), most > 0 else { return nil }
        return zip(sentences, weights).first { $1 == most }?.0
    }

    private static let salutations: Set<String> = [
        "hi", "hello", "hey", "dear", "good", "morning", "afternoon", "evening", "hallo", "guten", "tag", "moin",
        "liebe",
        "lieber", "liebes", "sehr", "geehrte", "geehrter", "bonjour", "hola", "greetings", "thanks", "danke", "merci",
        "cheers", "regards",
    ]

    private static func isGreeting(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
        guard sentence.count < 60, !sentence.contains("?") else { return false }
        let text = String(String.UnicodeScalarView(sentence))
        let words = text.drop { !$0.isLetter }
        if words.isEmpty { return true }
        guard salutations.contains(words.prefix(while: \.isLetter).lowercased()) else { return false }
        return words.split { !$0.isLetter }.count <= 5
    }

    private static func shortened(_ sentence: String) -> String {
        guard sentence.count > longest else { return sentence }
        let head = sentence.prefix(longest)
        let cut = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<cut] + "…"
    }
}
