import Model

/// Each ask of the message with the sentence of the reply that answers it, or the one that says when it will be.
struct AskLinks {
    /// By the message's asks: the index of a sentence of the body; nil where nothing answers it.
    private(set) var sentences: [Int?]

    init(_ text: CheckedText) {
        guard let message = text.message else {
            sentences = []
            return
        }
        sentences = message.asks.indices.map { index in
            let ask = Self.distinct(message.asks[index], among: message.asks)
            return Self.directAnswer(to: ask, in: text, isOnly: Self.isOnly(ask, message))
        }
        answerByWhatIsLeft(text, message)
    }

    /// What sets an ask apart from the others: "when does it arrive" and "change the delivery address" are both about
    /// the delivery. All of it where nothing does.
    private static func distinct(
        _ ask: CheckedMessage.CheckedAsk,
        among asks: [CheckedMessage.CheckedAsk]
    ) -> CheckedMessage.CheckedAsk {
        let others = asks.filter { $0.ask.span != ask.ask.span }
        let keys = ask.keys.filter { key in !others.contains { ContentKey.contains(key, in: $0.keys) } }
        let topics = others.reduce(ask.topics) { $0 & ~$1.topics }
        guard !keys.isEmpty || topics != 0 else { return ask }
        return CheckedMessage.CheckedAsk(ask: ask.ask, cues: ask.cues, topics: topics, keys: keys)
    }

    /// As the report gives them.
    func answers(in text: CheckedText) -> [AnsweredAsk] {
        zip(text.message?.asks ?? [], sentences).map { ask, sentence in
            AnsweredAsk(ask: ask.ask, answer: sentence.map { text.span(text.body[$0].range) })
        }
    }

    private static func isOnly(_ ask: CheckedMessage.CheckedAsk, _ message: CheckedMessage) -> Bool {
        message.asks.count { $0.ask.kind != .deadline } == 1
    }

    /// A sentence about the same that tells something, or follows one that restates the ask.
    private static func directAnswer(to ask: CheckedMessage.CheckedAsk, in text: CheckedText, isOnly: Bool) -> Int? {
        let telling = text.body.indices.filter { tells($0, in: text) }
        if let later = text.body.firstIndex(where: { $0.has(.answerLater) && $0.namesTime }) { return later }
        if ask.cues.contains(.questionWhen) { return time(for: ask, in: text, telling) }
        let about = telling.first { isAbout(ask, text.body[$0]) }
        return about ?? restatedAnswer(to: ask, in: text, telling) ?? (isOnly ? telling.first : nil)
    }

    private static func restatedAnswer(
        to ask: CheckedMessage.CheckedAsk,
        in text: CheckedText,
        _ telling: [Int]
    ) -> Int? {
        guard let restated = text.body.firstIndex(where: { $0.has(.restate) && isAbout(ask, $0) }) else { return nil }
        return telling.first { $0 > restated }
    }

    private static func isAbout(_ ask: CheckedMessage.CheckedAsk, _ sentence: CheckedSentence) -> Bool {
        if ask.keys.isEmpty, ask.topics == 0 { return true }
        return sentence.isAbout(keys: ask.keys, topics: ask.topics)
    }

    /// A question for a time wants one: in a sentence about the same, beside one, or else anywhere.
    private static func time(for ask: CheckedMessage.CheckedAsk, in text: CheckedText, _ telling: [Int]) -> Int? {
        let named = telling.filter { text.body[$0].namesTime }
        return named.first { isAbout(ask, text.body[$0]) }
            ?? named.first { text.around($0).contains { isAbout(ask, $0) } } ?? named.first
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
    private mutating func answerByWhatIsLeft(_ text: CheckedText, _ message: CheckedMessage) {
        let linked = Set(sentences.compactMap(\.self))
        var left = text.body.indices.filter { index in
            let sentence = text.body[index]
            return !linked.contains(index) && Self.tells(index, in: text) && !sentence.has(.conditional)
                && !sentence.isQuestion && sentence.words >= Self.shortestAnswer
        }
        for index in sentences.indices where sentences[index] == nil && !left.isEmpty {
            if message.asks[index].cues.contains(.questionWhen) { continue }
            sentences[index] = left.removeFirst()
        }
    }
}

extension CharterRule {
    static let unansweredAsk = Self(
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
