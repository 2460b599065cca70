extension DraftBody: Codable {
    private enum Key: String, CodingKey {
        case subject, text, recipients, slots, template, language
        case matters, goodwillMatter, moves, promise, limits, occasion, formality, form, recovery, wantsSecondPair
    }

    /// What older versions did not write is as for a reply written from nothing.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            subject: try values.decode(String.self, forKey: .subject),
            text: try values.decode(String.self, forKey: .text),
            recipients: try values.decode(Recipients.self, forKey: .recipients),
            slots: try values.decode([Slot].self, forKey: .slots),
            template: try values.decode(String.self, forKey: .template),
            language: try values.decode(String.self, forKey: .language)
        )
        matters = try values.decodeIfPresent([String].self, forKey: .matters) ?? []
        goodwillMatter = try values.decodeIfPresent(String.self, forKey: .goodwillMatter) ?? ""
        moves = try values.decodeIfPresent([MoveSpan].self, forKey: .moves) ?? []
        promise = try values.decodeIfPresent(DraftPromise.self, forKey: .promise)
        limits = try values.decodeIfPresent([String].self, forKey: .limits) ?? []
        occasion = try values.decodeIfPresent(Occasion.self, forKey: .occasion) ?? .message
        formality = try values.decodeIfPresent(Formality.self, forKey: .formality) ?? .formal
        form = try values.decodeIfPresent(ReplyForm.self, forKey: .form) ?? .mail
        recovery = try values.decodeIfPresent([RecoveryCause].self, forKey: .recovery) ?? []
        wantsSecondPair = try values.decodeIfPresent(Bool.self, forKey: .wantsSecondPair) ?? false
    }

    /// What is usual is left out: every version of every draft is stored.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(subject, forKey: .subject)
        try values.encode(text, forKey: .text)
        try values.encode(recipients, forKey: .recipients)
        try values.encode(slots, forKey: .slots)
        try values.encode(template, forKey: .template)
        try values.encode(language, forKey: .language)
        if !matters.isEmpty { try values.encode(matters, forKey: .matters) }
        if !goodwillMatter.isEmpty { try values.encode(goodwillMatter, forKey: .goodwillMatter) }
        if !moves.isEmpty { try values.encode(moves, forKey: .moves) }
        try values.encodeIfPresent(promise, forKey: .promise)
        if !limits.isEmpty { try values.encode(limits, forKey: .limits) }
        if occasion != .message { try values.encode(occasion, forKey: .occasion) }
        if formality != .formal { try values.encode(formality, forKey: .formality) }
        if form != .mail { try values.encode(form, forKey: .form) }
        if !recovery.isEmpty { try values.encode(recovery, forKey: .recovery) }
        if wantsSecondPair { try values.encode(wantsSecondPair, forKey: .wantsSecondPair) }
    }
}
