import Model

/// Each ask of the message with the sentence of the reply that answers it, or the one that says when it will be.
struct AskLinks {
    /// By the message's asks: the index of a sentence of the body; nil where nothing answers it.
    private(set) var sentences: [Int?]

    init(_ text: CheckedText) {
        guard let message = text.message, !message.asks.isEmpty else {
            sentences = []
            return
        }
        let telling = text.body.indices.filter { Self.tells($0, in: text) }
        if let later = text.body.firstIndex(where: { $0.has(.answerLater) && $0.namesTime }) {
            sentences = message.asks.map { _ in later }
        } else {
            let isOnly = message.asks.count { $0.ask.kind != .deadline } == 1
            sentences = DistinctAsks.of(message.asks).map {
                Self.directAnswer(to: $0, in: text, telling, isOnly: isOnly)
            }
        }
        answerByWhatIsLeft(text, message, telling)
    }

    /// As the report gives them.
    func answers(in text: CheckedText) -> [AnsweredAsk] {
        zip(text.message?.asks ?? [], sentences).map { ask, sentence in
            AnsweredAsk(ask: ask.ask, answer: sentence.map { text.span(text.body[$0].range) })
        }
    }

    /// A sentence about the same that tells something, or follows one that restates the ask.
    private static func directAnswer(
        to ask: CheckedMessage.CheckedAsk,
        in text: CheckedText,
        _ telling: [Int],
        isOnly: Bool
    ) -> Int? {
        if ask.cues.contains(.questionWhen) { return time(for: ask, in: text, telling) }
        let about = telling.first { isAbout(ask, text.body[$0], in: text) }
        return about ?? restatedAnswer(to: ask, in: text, telling) ?? (isOnly ? telling.first : nil)
    }

    private static func restatedAnswer(
        to ask: CheckedMessage.CheckedAsk,
        in text: CheckedText,
        _ telling: [Int]
    ) -> Int? {
        guard text.has(.restate),
            let restated = text.body.firstIndex(where: { $0.has(.restate) && isAbout(ask, $0, in: text) })
        else { return nil }
        return telling.first { $0 > restated }
    }

    private static func isAbout(
        _ ask: CheckedMessage.CheckedAsk,
        _ sentence: CheckedSentence,
        in text: CheckedText
    ) -> Bool {
        if ask.keys.isEmpty, ask.topics == 0 { return true }
        return text.isAbout(sentence, keys: ask.keys, topics: ask.topics)
    }

    /// A question for a time wants one: in a sentence about the same, beside one, or else anywhere.
    private static func time(for ask: CheckedMessage.CheckedAsk, in text: CheckedText, _ telling: [Int]) -> Int? {
        let named = telling.filter { text.body[$0].namesTime }
        return named.first { isAbout(ask, text.body[$0], in: text) }
            ?? named.first { text.around($0).contains { isAbout(ask, $0, in: text) } } ?? named.first
    }

    /// Neither politeness nor what the customer said, nor how we work.
    private static func tells(_ index: Int, in text: CheckedText) -> Bool {
        let sentence = text.body[index]
        if sentence.hasSlot { return true }
        if sentence.has(.restate) || text.isFormula(index) { return false }
        return !sentence.has(.process) || text.gives(index) || sentence.namesTime
    }

    private static let shortestAnswer = 4

    /// An answer may use none of the customer's words: one that is linked to no ask is taken for the first open one.
    private mutating func answerByWhatIsLeft(_ text: CheckedText, _ message: CheckedMessage, _ telling: [Int]) {
        let open = sentences.indices.filter {
            sentences[$0] == nil && !message.asks[$0].cues.contains(.questionWhen)
        }
        guard !open.isEmpty else { return }
        let linked = Set(sentences.compactMap(\.self))
        let left = telling.filter { index in
            let sentence = text.body[index]
            return !linked.contains(index) && !sentence.has(.conditional) && !sentence.isQuestion
                && sentence.words >= Self.shortestAnswer
        }
        for (ask, answer) in zip(open, left) { sentences[ask] = answer }
    }
}

extension CharterRule {
    static let unansweredAsk = CharterRule(
        "unanswered_ask",
        page: "every-ask",
        advice: "Answer this too, or say by when you will."
    ) { text, links in
        guard let message = text.message, !text.body.isEmpty else { return [] }
        return zip(message.asks, links.sentences).compactMap { ask, sentence in
            guard sentence == nil, ask.ask.kind != .deadline else { return nil }
            // "Please do not ask me to phone" is kept, not answered.
            if ask.ask.kind == .request, ask.cues.contains(.negation) { return nil }
            guard message.reading.language == text.reply.language || ask.topics != 0 else { return nil }
            return Place(
                range: text.bodyEnd,
                advice: "Answer this too, or say by when you will: “\(ask.ask.span.text)”"
            )
        }
    }
}
