extension CheckedText {
    /// Whether a sentence gives the customer something: an outcome, a deed with its time, another way.
    func gives(_ index: Int) -> Bool {
        let sentence = body[index]
        // What a person fills in is for that person to judge.
        if sentence.hasSlot { return true }
        if sentence.hasAny([.refusal, .passiveDecision]) {
            // "I cannot do this, but I have done that."
            return sentence.has(.alternative)
                || sentence.has(.contrast) && sentence.hasAny([.done, .gain, .commitment])
        }
        if sentence.hasAny([.alternative, .gain, .done, .yes]) { return true }
        return sentence.has(.commitment) && sentence.namesTime && !sentence.has(.process)
    }

    /// Whether the reply as a whole leaves the customer with something.
    var givesAnything: Bool {
        body.indices.contains(where: gives)
    }

    /// Whether a sentence moves the matter on, by anybody.
    func movesOn(_ index: Int) -> Bool {
        let sentence = body[index]
        if gives(index) { return true }
        if isFormula(index) { return false }
        return sentence.hasAny([.commitment, .invite, .instruction, .request, .answerLater, .demand, .burden])
    }

    /// A sentence of mere politeness.
    func isFormula(_ index: Int) -> Bool {
        let sentence = body[index]
        guard sentence.hasAny([.thanks, .apology, .apologyFormula, .empathy]) else { return false }
        return !sentence.hasAny([.gain, .done, .commitment, .refusal, .process, .alternative, .yes])
    }
}
