import Model

// "Treat people as they want to be treated."

extension CharterRule {
    static let blame = CharterRule(
        "blame",
        page: "dignity",
        advice: "Say what is so and what helps now; whose fault it was helps nobody."
    ) { text in
        text.body.indices.filter { text.body[$0].has(.blame) && !text.body[$0].has(.ownFault) }
            .map { text.place(of: .blame, in: $0) }
    }

    static let overcheerful = CharterRule(
        "overcheerful",
        page: "dignity",
        advice: "Match the customer's mood: calm and warm, without exclamation marks, emoji or cheer."
    ) { text in
        let cheers = text.places(of: .cheer).map(\.range)
        let marks = text.body.reduce(0) { $0 + $1.exclamations }
        let isBad = text.message?.isUpset == true || text.hasAny([.apologyFormula, .apologyDeflected, .refusal])
        // Bad news can do without a "not": "sadly your flight is cancelled".
        let fewest = isBad ? 1 : text.has(.regret) ? 2 : 4
        let most = fewest < 4 ? 1 : 3
        guard cheers.count + max(0, marks - most) >= fewest || cheers.count + marks >= 8 else { return [] }
        return cheers.isEmpty ? text.body.filter { $0.exclamations > 0 }.prefix(1).map(\.range) : cheers
    }

    static let jargon = CharterRule(
        "jargon",
        page: "plain-words",
        advice: "Use the word that the customer would use, or say in a few words what it means."
    ) { text in
        let places = text.places(of: .jargon).filter { place in
            guard text.body[place.sentence].has(.jargon) else { return false }
            let key = ContentKey.key(of: text.string(place.range).lowercased())
            return key == 0 || !ContentKey.contains(key, in: text.message?.keys ?? [])
        }
        return places.map(\.range)
    }

    static let tooComplex = CharterRule(
        "too_complex",
        page: "plain-words",
        advice: "Make two or three short sentences of it, with people who do things."
    ) { text in
        let limit = longestSentence[text.reply.language] ?? 40
        let hardest = hardestSentence[text.reply.language] ?? 75
        return text.body.filter { sentence in
            guard sentence.words >= 22 else { return false }
            let share = sentence.longWords * 100 / sentence.words
            return sentence.words > limit || sentence.words + share > hardest
        }.map(\.range)
    }

    /// In words: more than readers keep in mind at once.
    private static let longestSentence = ["en": 40, "de": 36, "fr": 44, "es": 44]
    /// Words and hundredths of long words (after Björnsson's readability index), for one sentence.
    private static let hardestSentence = ["en": 75, "de": 82, "fr": 80, "es": 80]
}
