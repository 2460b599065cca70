/// How hand-set weights step back as examples arrive.
enum Fading {
    /// The share of a hand-set weight that still counts: all of it without examples, half with 10, a tenth with 90.
    static func share(examples: Int) -> Double {
        1 / (1 + Double(examples) / 10)
    }
}
