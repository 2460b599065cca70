/// How hand-set weights step back as examples arrive, and learned ones come in.
enum Fading {
    /// The share of a hand-set weight that still counts: all of it without examples, half with 10, a tenth with 90.
    static func share(examples: Int) -> Double {
        1 / (1 + Double(examples) / 10)
    }

    /// The share of what was fitted that counts: a fifth for a label of hints alone, two thirds with 7 examples, so
    /// that a handful of corrections weighs less than what an admin has thought about.
    static func learnedShare(examples: Int) -> Double {
        Double(examples + 1) / Double(examples + 5)
    }
}
