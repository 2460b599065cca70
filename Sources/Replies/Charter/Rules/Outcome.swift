import Model

// "What's in it for me?"

extension CharterRule {
    static let processBeforeGain = CharterRule(
        "process_before_gain",
        page: "in-it-for-me",
        advice: "Say first what the customer gets, and how we work after it, if at all."
    ) { text in
        let telling = text.body.indices.filter { !text.isFormula($0) }
        guard let process = telling.prefix(3).first(where: { isMereProcess($0, in: text) }) else { return [] }
        guard !telling.prefix(while: { $0 < process }).contains(where: text.gives) else { return [] }
        return [text.place(of: .process, in: process)]
    }

    /// "Anna has your case and calls you at three" is a deed; "your request was registered" is not.
    private static func isMereProcess(_ index: Int, in text: CheckedText) -> Bool {
        let sentence = text.body[index]
        guard sentence.has(.process), !sentence.hasAny([.gain, .done, .yes, .alternative, .conditional]) else {
            return false
        }
        return !(sentence.has(.time) && sentence.hasAny([.commitment, .owner]))
    }

    static let weOverYou = CharterRule(
        "we_over_you",
        page: "we-and-you",
        advice: "Turn the sentences round: what do you, the customer, have, get or know?"
    ) { text in
        let ours = text.count(of: .we)
        let yours = text.count(of: .you)
        guard ours >= 6, ours >= yours * 5 / 2 else { return [] }
        let fullest = text.body.indices.max { text.count(of: .we, in: $0) < text.count(of: .we, in: $1) }
        return fullest.map { [text.body[$0].range] } ?? []
    }

    static let notAhead = CharterRule(
        "not_ahead",
        page: "being-ahead",
        advice: "Answer the question that comes next, such as what to do if it does not go as planned."
    ) { text in
        guard let message = text.message, !message.asks.isEmpty, text.reply.form == .mail else { return [] }
        guard !text.reply.moves.contains(where: { $0.move == .ahead }) else { return [] }
        let isAnswered = text.body.indices.contains { text.gives($0) || text.body[$0].namesTime }
        let isAhead = text.body.contains { $0.isQuestion || $0.hasAny([.conditional, .optional, .invite, .noNeed]) }
        return isAnswered && !isAhead ? [text.bodyEnd] : []
    }
}
