import Scoring
import TestSupport

/// Short labelled requests for machines without the public collections: what a customer wants done with what, in ever
/// other words. They measure speed; how well they are told apart means nothing.
enum GeneratedRequests {
    private static let wishes = [
        "cancel": ["cancel", "stop", "call off", "undo"], "change": ["change", "correct", "alter", "update"],
        "where": ["find", "locate", "track", "trace"], "refund": ["get money back for", "be refunded for", "reclaim"],
        "broken": ["complain about the broken", "report damage to", "replace the cracked"],
        "price": ["know the price of", "ask what you charge for", "compare the cost of"],
        "copy": ["get a copy of", "print", "have another"],
    ]
    private static let things = [
        "order": ["order", "purchase", "basket"], "card": ["card", "bank card", "debit card"],
        "account": ["account", "profile", "log-in"], "invoice": ["invoice", "bill", "receipt"],
        "parcel": ["parcel", "package", "delivery"], "address": ["address", "street", "postcode"],
        "contract": ["contract", "plan", "subscription"], "transfer": ["transfer", "payment", "deposit"],
        "ticket": ["ticket", "seat", "booking"], "lamp": ["lamp", "cup", "table"], "shoes": ["shoes", "boots", "coat"],
    ]
    private static let openings = [
        "I would like to", "how can I", "please help me", "I need to", "is there a way to", "why can't I", "I tried to",
    ]
    private static let closings = [
        "", "?", "please", "since yesterday", "as soon as possible", "before Friday", "it is for my mother",
        "I already wrote twice", "the app shows an error", "number <>",
    ]

    /// The same for the same seed; labels are a wish and a thing, 77 in all.
    static func make(count: Int, seed: UInt64) -> [LabelledExample] {
        var random = Seed(seed)
        let wishes = wishes.sorted { $0.key < $1.key }
        let things = things.sorted { $0.key < $1.key }
        return (0..<count).map { number in
            let wish = wishes[number % wishes.count]
            let thing = things[number / wishes.count % things.count]
            let words = [openings, wish.value, ["my", "the", "this", "an old"], thing.value, closings].map {
                $0[Int.random(in: 0..<$0.count, using: &random)]
            }
            let order = "\(Int.random(in: 1000...9999, using: &random))"
            let text = words.filter { !$0.isEmpty }.joined(separator: " ").split(separator: "<>").joined(
                separator: order
            )
            return LabelledExample(label: "\(wish.key).\(thing.key)", text: text, language: "en")
        }
    }
}
