extension Reading: Codable {
    private enum Key: String, CodingKey {
        case newText, passedOn, shape, answers, language, intents, matters, abstained, asks, circumstances, signals,
            facts
        case automatic, bounce, absence
    }

    /// What older versions did not read yet is empty.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            newText: try values.decode(String.self, forKey: .newText),
            passedOn: try values.decodeIfPresent(String.self, forKey: .passedOn) ?? "",
            shape: try values.decodeIfPresent(MessageShape.self, forKey: .shape) ?? .plain,
            answers: try values.decodeIfPresent([InlineAnswer].self, forKey: .answers) ?? [],
            language: try values.decode(String.self, forKey: .language),
            intents: try values.decode([ScoredIntent].self, forKey: .intents),
            matters: try values.decodeIfPresent([String].self, forKey: .matters),
            abstained: try values.decode(Bool.self, forKey: .abstained),
            asks: try values.decodeIfPresent([Ask].self, forKey: .asks) ?? [],
            circumstances: try values.decodeIfPresent([NamedCircumstance].self, forKey: .circumstances) ?? [],
            signals: try values.decodeIfPresent(Signals.self, forKey: .signals) ?? Signals(),
            facts: try values.decodeIfPresent([Fact].self, forKey: .facts) ?? [],
            automatic: try values.decode(AutomaticVerdict.self, forKey: .automatic),
            bounce: try values.decodeIfPresent(Bounce.self, forKey: .bounce),
            absence: try values.decodeIfPresent(Absence.self, forKey: .absence)
        )
    }

    /// What is empty is left out: most messages have few of these, and all are stored.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(newText, forKey: .newText)
        if !passedOn.isEmpty { try values.encode(passedOn, forKey: .passedOn) }
        if shape != .plain { try values.encode(shape, forKey: .shape) }
        if !answers.isEmpty { try values.encode(answers, forKey: .answers) }
        try values.encode(language, forKey: .language)
        try values.encode(intents, forKey: .intents)
        try values.encode(matters, forKey: .matters)
        try values.encode(abstained, forKey: .abstained)
        if !asks.isEmpty { try values.encode(asks, forKey: .asks) }
        if !circumstances.isEmpty { try values.encode(circumstances, forKey: .circumstances) }
        if signals != Signals() { try values.encode(signals, forKey: .signals) }
        if !facts.isEmpty { try values.encode(facts, forKey: .facts) }
        try values.encode(automatic, forKey: .automatic)
        try values.encodeIfPresent(bounce, forKey: .bounce)
        try values.encodeIfPresent(absence, forKey: .absence)
    }
}

extension ScoredIntent: Decodable {
    private enum Key: String, CodingKey {
        case intent, score, base, confidence, evidence
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            intent: try values.decode(String.self, forKey: .intent),
            score: try values.decode(Double.self, forKey: .score),
            base: try values.decodeIfPresent(Double.self, forKey: .base) ?? 0,
            confidence: try values.decode(Double.self, forKey: .confidence),
            evidence: try values.decode([Evidence].self, forKey: .evidence)
        )
    }
}
