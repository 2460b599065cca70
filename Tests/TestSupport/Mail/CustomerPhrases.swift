/// The words letters are made of. In a phrase `#` stands for the order, `%` for a number of days, `$` for an amount.
enum CustomerPhrases {
    static let firstNames = ["Anna", "Ben", "Chiara", "Deepak", "Elif", "Femi", "Grace", "Hanna", "Ivan", "Joana"]
    static let lastNames = [
        "Archer", "Baker", "Cooper", "Dyer", "Fisher", "Glover", "Mason", "Miller", "Potter", "Weaver",
    ]

    static let subjects = [
        "Where is my order #?", "Order # arrived damaged", "Refund for # please", "Wrong size in order #",
        "Charged twice for #", "Question about delivery", "Cancel my order #", "URGENT: # still not here",
        "Caf\u{E9} table from order #, \u{20AC}$", "Thank you", "(no subject)", "Change of address for #",
    ]

    private static let openings = [
        "I ordered a lamp from you % days ago (order #), and it has not come yet.",
        "My parcel for order # came today, and the box was open with one cup broken.",
        "You took \u{A3}$ from my card twice for order #.",
        "The shoes in order # are a size too small, and I would like the next size instead.",
        "Please cancel order #; I placed it by mistake % minutes ago.",
        "I have moved, so order # must go to a new address.",
    ]

    private static let middles = [
        "The tracking page has said \u{201C}in transit\u{201D} for % days now.",
        "I cannot print a label, since I have no printer, and the post office is far from here.",
        "It was meant as a birthday present for my daughter, which is in % days.",
        "I already wrote about this last week and heard nothing back.",
        "I paid \u{A3}$ including express delivery, so I had hoped for better.",
        "The person on the phone was kind but could not see my order.",
        "I work during the day and can only take a parcel after six.",
        "A photo is on my phone; tell me if you need it.",
        "Otherwise I have always been happy with your shop, and I have bought there for years.",
        "Could you tell me what happens now, and when I can count on it?",
        "The confirmation says two pieces, the invoice says three, and the parcel held one.",
        "If there is a caf\u{E9} or a shop near me where I can pick it up, that would do as well.",
    ]

    private static let closings = [
        "Please send me the money back.", "Please send a new one.", "When will it come?", "Can you call me?",
        "I look forward to your answer.", "Many thanks for your help.",
    ]

    private static let quoted = [
        "> Dear customer, thank you for your order.", "> We have received your payment and will ship within % days.",
        "> You can follow your parcel with the number in this mail.", "> Your order number is #.",
        "> Please keep this message for your records.",
    ]

    static func pick<Element>(_ choices: [Element], _ random: inout Seed) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    static func fill(_ phrase: String, order: String, random: inout Seed) -> String {
        var result = ""
        for character in phrase {
            switch character {
            case "#": result += order
            case "%": result += "\(Int.random(in: 2...14, using: &random))"
            case "$": result += "\(Int.random(in: 9...240, using: &random)).50"
            default: result.append(character)
            }
        }
        return result
    }

    /// A letter with CR LF line ends: mostly a screenful, now and then a long one with an old mail quoted below.
    static func letter(from name: String, order: String, random: inout Seed) -> String {
        var lines = ["Hello,", "", pick(openings, &random)]
        let isLong = Int.random(in: 0..<10, using: &random) == 0
        for _ in 0..<Int.random(in: isLong ? 30...90 : 6...20, using: &random) {
            lines.append(pick(middles, &random))
            if Int.random(in: 0..<4, using: &random) == 0 { lines.append("") }
        }
        lines += ["", pick(closings, &random), "", "Best wishes,", name, "", "On Monday Support wrote:"]
        for _ in 0..<Int.random(in: 2...12, using: &random) { lines.append(pick(quoted, &random)) }
        return lines.map { fill($0, order: order, random: &random) + "\r\n" }.joined()
    }
}
