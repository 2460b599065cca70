// "What can't you do?"

extension CharterRule {
    static let refusalWithoutAlternative = CharterRule(
        "refusal_without_alternative",
        page: "saying-no",
        advice: "Say what is possible instead: another day, another thing, somebody who can, a gesture."
    ) { text in
        let refusals = text.body.indices.filter { isRefusal($0, in: text) }
        guard let first = refusals.first, !text.givesAnything else { return [] }
        let cue: Cue = text.body[first].has(.refusal) ? .refusal : .policy
        return [text.place(of: cue, in: first)]
    }

    private static func isRefusal(_ index: Int, in text: CheckedText) -> Bool {
        let sentence = text.body[index]
        guard !sentence.isQuestion, !sentence.hasAny([.conditional, .restate]) else { return false }
        // A rule that says "not" or "only" refuses as much as "we cannot" does.
        return sentence.has(.refusal) || sentence.has(.policy) && sentence.hasAny([.negation, .regret])
    }

    static let policySpeak = CharterRule(
        "policy_speak",
        page: "rules",
        advice: "Say why the rule is there and what is possible all the same; a rule alone is no answer."
    ) { text in
        guard text.has(.policy), !text.givesAnything else { return [] }
        return text.body.indices.filter { index in
            guard text.body[index].has(.policy) else { return false }
            return !text.around(index, back: 0, ahead: 1).contains { $0.has(.reason) && $0.has(.owner) }
        }.prefix(1).map { text.place(of: .policy, in: $0) }
    }

    static let limitNamedLate = CharterRule(
        "limit_named_late",
        page: "limits-first",
        advice: "Name this at the beginning, before the customer has gone through the steps."
    ) { text in
        let isLimit = { (index: Int) in
            let sentence = text.body[index]
            guard !sentence.isQuestion else { return false }
            return sentence.has(.limit) && sentence.hasAny([.negation, .refusal])
                || sentence.has(.refusal) && !sentence.hasAny([.conditional, .reason])
        }
        guard let first = text.body.indices.first(where: isLimit), text.body.count >= 4 else { return [] }
        guard first * 5 >= text.body.count * 3 else { return [] }
        let before = text.body[..<first]
        let steps = before.count { $0.hasAny(step) }
        let isLate = steps >= 2 || text.body[first].has(.limit) && before.count { !$0.hasAny(noStep) } >= 3
        return isLate ? [text.body[first].range] : []
    }

    private static let step: CueSet = [
        .demand, .instruction, .commitment, .gain, .actPack, .actPrint, .actTravel, .burden,
    ]
    private static let noStep: CueSet = [.restate, .thanks, .apology, .empathy, .conditional]

    static let ownerless = CharterRule(
        "ownerless",
        page: "owner",
        advice: "Say who decided or does it, by name or as “I”, and what that person can change."
    ) { text in
        text.body.indices.filter { index in
            let sentence = text.body[index]
            guard sentence.has(.passiveDecision), !sentence.has(.owner) else { return false }
            // Told back to the customer, and then somebody takes it up.
            return !text.body[index...].dropFirst().prefix(2).contains {
                $0.has(.owner) && $0.hasAny([.done, .commitment])
            }
        }.map { text.place(of: .passiveDecision, in: $0) }
    }
}
