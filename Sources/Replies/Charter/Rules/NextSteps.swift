import Model

// "What happens now, and when?"

extension CharterRule {
    static let noNextStep = CharterRule(
        "no_next_step",
        page: "next-step",
        advice: "Say what happens now, by whom and by when, or what the customer can do next."
    ) { text in
        guard !text.body.isEmpty, text.reply.promise?.terms.isEmpty ?? true else { return [] }
        if let message = text.message, message.asks.isEmpty, !message.isUpset { return [] }
        let isGoingOn = text.body.indices.contains { index in
            text.movesOn(index) || text.body[index].isQuestion || saysWhatIsAsked(index, in: text)
        }
        return isGoingOn ? [] : [text.bodyEnd]
    }

    /// A time, an amount or a link can be all that was asked for.
    private static func saysWhatIsAsked(_ index: Int, in text: CheckedText) -> Bool {
        let sentence = text.body[index]
        return sentence.hasAny([.time, .money]) && !sentence.hasAny([.process, .refusal, .vagueTime, .restate])
    }

    static let noTime = CharterRule(
        "no_time",
        page: "when",
        advice: "Say by when: a day or an hour that you are sure of."
    ) { text in
        text.body.indices.filter { index in
            let sentence = text.body[index]
            guard sentence.has(.commitment), !sentence.isQuestion else { return false }
            guard !sentence.hasAny([.conditional, .refusal, .vagueTime, .done, .alternative, .invite]) else {
                return false
            }
            // "Out that day? I will arrange another": nothing happens unless the customer says so.
            if index > 0, text.body[index - 1].isQuestion || text.body[index - 1].has(.conditional) { return false }
            // The day that the customer named is not the one that we promise.
            return !text.around(index).contains { $0.namesTime && ($0.hasSlot || !$0.has(.restate)) }
        }.map { text.place(of: .commitment, in: $0) }
    }

    static let vaguePromise = CharterRule(
        "vague_promise",
        page: "when",
        advice: "Put a day or an hour in place of it: the latest that you are sure of."
    ) { text in
        text.body.indices.filter { index in
            let sentence = text.body[index]
            guard sentence.has(.vagueTime), !sentence.namesTime else { return false }
            // "Please send it as soon as possible" promises nothing.
            let isOurs = sentence.hasAny([.commitment, .process, .we, .owner, .passiveDecision])
            if sentence.hasAny([.request, .demand]), !isOurs { return false }
            return !text.around(index, back: 0).contains { $0.namesTime && !$0.has(.restate) }
        }.map { text.place(of: .vagueTime, in: $0) }
    }

    static let feedbackMisplaced = CharterRule(
        "feedback_misplaced",
        page: "feedback",
        advice: "Ask how it was when the matter is closed, not while the customer still waits."
    ) { text in
        guard let place = text.places(of: .feedback).first, text.has(.feedback) else { return [] }
        if let message = text.message, isClosed(message) { return [] }
        let isOpen = text.hasAny([
            .commitment, .process, .refusal, .apology, .apologyFormula, .vagueTime, .passiveDecision, .request,
            .burden,
        ])
        // Where nothing is done or given yet, there is nothing to rate.
        let isPleased = (text.message?.reading.signals.sentiment ?? 1) > 0
        let isDone = isPleased || text.hasAny([.done, .gain, .yes])
        return isOpen || !isDone || text.message?.isUpset == true ? [place.range] : []
    }

    /// Someone who only says something good has nothing to wait for.
    private static func isClosed(_ message: CheckedMessage) -> Bool {
        let signals = message.reading.signals
        return !message.isUpset && (signals.praisesPerson || signals.sentiment > 0)
            && !message.asks.contains { $0.ask.kind != .deadline }
    }
}
