// "What can't you do?"

extension CharterRule {
    static let refusalWithoutAlternative = Self(
        "refusal_without_alternative",
        page: "saying-no",
        advice: "Say what is possible instead: another day, another thing, somebody who can, a gesture."
    ) { text in
        let refusals = text.body.indices.filter { isRefusal($0, in: text) }
        guard let first = refusals.first, !text.givesAnything else { return [] }
        let cue: Cue = text.body[first].has(.refusal) ? .refusal : .passiveDecision
        return [text.place(of: cue, in: first)]
    }

    private static func isRefusal(_ index: Int, in text: CheckedText) -> Bool {
        let sentence = text.body[index]
        return sentence.has(.refusal) && !sentence.isQuestion && !sentence.hasAny([.conditional, .restate])
    }

    static let policySpeak = Self(
        "policy_speak",
        page: "rules",
        advice: "Say why the rule is there and what is possible all the same; a rule alone is no answer."
    ) { text in
        text.body.indices.filter { index in
            let sentence = text.body[index]
            guard sentence.has(.policy), !text.givesAnything else { return false }
            return !text.around(index, back: 0, ahead: 1).contains { $0.has(.reason) && $0.has(.owner) }
        }.prefix(1).map { text.place(of: .policy, in: $0) }
    }

    static let limitNamedLate = Self(
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
        let before = text.body[..<first].count { sentence in
            sentence.hasAny([.demand, .instruction, .commitment, .gain, .actPack, .actPrint, .actTravel, .burden])
        }
        guard before >= 2, first * 5 >= text.body.count * 3 else { return [] }
        return [text.body[first].range]
    }

    static let ownerless = Self(
        "ownerless",
        page: "owner",
        advice: "Say who decided or does it, by name or as “I”, and what that person can change."
    ) { text in
        text.body.indices.filter { index in
            let sentence = text.body[index]
            return sentence.has(.passiveDecision) && !sentence.has(.owner)
        }.map { text.place(of: .passiveDecision, in: $0) }
    }
}
