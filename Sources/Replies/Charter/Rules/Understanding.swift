import Model

// "Did you understand me?"

extension CharterRule {
    static let askNotRestated = CharterRule(
        "ask_not_restated",
        page: "same-page",
        advice: "Begin with what the customer wants, in their own terms, so that they see they were understood."
    ) { text in
        guard let message = text.message, !text.body.isEmpty, !message.keys.isEmpty else { return [] }
        guard message.reading.language == text.reply.language || message.topics != 0 else { return [] }
        // Who only says thank you is understood by being thanked.
        let isPraise = message.reading.signals.praisesPerson || message.reading.signals.sentiment > 0
        if isPraise, !message.isUpset, text.has(.thanks) { return [] }
        let isUnderstood = text.body.contains { sentence in
            sentence.hasSlot || text.isAbout(sentence, keys: message.keys, topics: message.topics)
                || sentence.has(.restate) && sentence.words >= 6 || sentence.has(.yes)
        }
        guard !isUnderstood else { return [] }
        return [text.body[0].range]
    }

    static let noEmpathy = CharterRule(
        "no_empathy",
        page: "empathy",
        advice: "Say in one plain sentence that you see what this has cost the customer, before the solution."
    ) { text in
        guard let message = text.message, message.isUpset, !text.body.isEmpty else { return [] }
        guard !text.hasAny([.empathy, .apology, .apologyFormula, .apologyDeflected, .ownFault]) else { return [] }
        guard !text.reply.moves.contains(where: { $0.move == .recovery }) else { return [] }
        return [text.body[0].range]
    }

    static let hollowApology = CharterRule(
        "hollow_apology",
        page: "empathy",
        advice: "Say what you are sorry for and what follows from it, or leave the apology out."
    ) { text in
        let deflected = text.body.indices.filter { text.body[$0].has(.apologyDeflected) }
        let formulas = text.body.indices.filter { text.body[$0].has(.apologyFormula) }
        // Who names what went wrong, or mends it, may use a worn phrase.
        let isMended = text.givesAnything || text.has(.ownFault)
        return deflected.map { text.place(of: .apologyDeflected, in: $0) }
            + (isMended ? [] : formulas.map { text.place(of: .apologyFormula, in: $0) })
    }
}
