@testable import Scoring

/// Short messages of a small shop, made of parts so that there can be many of them.
enum Shop {
    static let openings = [
        "please", "hello", "I want to say", "can you tell me", "sorry but", "hi there", "it is urgent",
    ]
    static let cores: [(label: String, texts: [String])] = [
        (
            "order.where",
            ["where is my parcel", "my parcel has not arrived", "when will the parcel come", "track my parcel"]
        ),
        ("refund", ["give me my money back", "I want a refund", "refund the money", "when comes the refund"]),
        ("password", ["I forgot my password", "reset the password", "password does not work", "cannot log in"]),
        ("praise", ["thank you for the help", "great service", "your team was lovely", "thanks a lot"]),
    ]
    static let endings = ["today", "?", "now please", "since monday", "thanks", "again"]

    static func examples(_ count: Int, language: String = "en") -> [LabelledExample] {
        (0..<count).map { number in
            let core = cores[number % cores.count]
            let text = [
                openings[number / 3 % openings.count], core.texts[number / 4 % core.texts.count],
                endings[number / 5 % endings.count],
            ]
            return LabelledExample(label: core.label, text: text.joined(separator: " "), language: language)
        }
    }

    /// The same with every so many labels wrong, so that confidence has something to measure.
    static func noisy(_ count: Int) -> [LabelledExample] {
        examples(count).enumerated().map { place, example in
            guard place % 7 == 3 else { return example }
            var wrong = example
            wrong.label = cores[(place / 7) % cores.count].label
            return wrong
        }
    }
}

func scorer(
    _ examples: [LabelledExample],
    limit: Int? = nil,
    hand: [String: [String: Double]] = [:]
) throws -> IntentScorer {
    let lexicon = try lexicon(hand)
    let weights = WeightFitting(limit: limit, lexicon: LexiconMatcher(lexicon)).fit(examples)
    return try IntentScorer(lexicon: lexicon, weights: weights)
}
