/// What a language writes letters with. In a phrase `#` stands for the order, `%` for a number of days, `$` for an
/// amount.
struct LetterWords {
    let language: String
    let subjects: [String]
    let greetings: [String]
    /// What the letter is about.
    let openings: [String]
    let middles: [String]
    let closings: [String]
    let farewells: [String]
    /// The line above a quote, as the mail program of a customer writes it.
    let attribution: String
    let quoted: [String]
    /// Below the name.
    let signature: [String]

    static let all = [english, german, french, spanish]
}
