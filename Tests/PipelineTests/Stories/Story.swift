import Foundation
import Model
import Testing

/// One of the stories behind the charter: a mail of `seeds/inbox` with what its draft has to be.
struct Story: Sendable, CustomTestStringConvertible {
    /// The beginning of the mail's name.
    let number: String
    let title: String
    let matters: [String]
    var moves: [MoveName] = []
    var recovery: [RecoveryCause] = []
    /// Said, in whatever case.
    var says: [String] = []
    var never: [String] = []
    /// What a person still has to say, at least.
    var slots: [String] = []
    var offersGesture = false

    var testDescription: String { title }

    static let all: [Story] = [
        Story(
            number: "11",
            title: "somebody was rude, and is answered for",
            matters: ["complaint.person"],
            moves: [.samePage, .recovery, .gain, .next],
            recovery: [.complaint, .distress, .secondContact],
            says: ["sorry"],
            never: ["unfortunately", "misunderstanding"],
            slots: ["what_happened", "makes_good"],
            offersGesture: true
        ),
        Story(
            number: "12",
            title: "a stranger with a flat tyre is helped, though it is not our business",
            matters: ["not_our_business"],
            moves: [.samePage, .gain, .ahead],
            says: ["who repairs bikes"],
            never: ["cannot help", "not responsible", "unfortunately"],
            slots: ["who_can_help"]
        ),
        Story(
            number: "13",
            title: "opening hours are answered at once",
            matters: ["opening_hours"],
            moves: [.samePage, .gain, .ahead],
            says: ["open [[hours]]"],
            never: ["forward", "we will get back", "I'll find out", "website"],
            slots: ["hours"]
        ),
        Story(
            number: "15",
            title: "a grown family gets its bigger bin: no rule is cited, no trip asked for",
            matters: ["exchange"],
            moves: [.samePage, .gain, .next],
            says: ["[[new_item]]", "costs you nothing"],
            never: ["one household", "policy", "bring", "recycling centre", "come to", "cannot", "telephone"],
            slots: ["new_item"],
            offersGesture: true
        ),
        Story(
            number: "16",
            title: "a caller who was cut off is thanked and told what becomes of the advice",
            matters: ["suggestion"],
            moves: [.samePage, .recovery, .doing, .next],
            recovery: [.secondContact],
            says: ["thank you", "an idea", "what came of it"],
            never: ["label, already paid", "send something back", "call our"],
            slots: ["passed_to", "opinion"]
        ),
        Story(
            number: "17",
            title: "somebody who told everyone gets a recovery, not a form letter",
            matters: ["complaint.person"],
            moves: [.samePage, .recovery, .gain, .next],
            recovery: [.complaint, .distress, .secondContact],
            says: ["third time", "sorry", "one person to talk to"],
            never: ["thank you for your message", "ticket", "should be with you by now", "review"],
            slots: ["what_happened", "makes_good", "change"],
            offersGesture: true
        ),
        Story(
            number: "18",
            title: "a meal that went wrong is mended, with a reason to come back",
            matters: ["complaint.person"],
            moves: [.samePage, .recovery, .gain, .next],
            recovery: [.complaint],
            says: ["soup", "dessert", "sorry"],
            never: ["invoice", "book", "review"],
            slots: ["makes_good"],
            offersGesture: true
        ),
        Story(
            number: "19",
            title: "a customer who is mistaken keeps their dignity",
            matters: ["charge.double"],
            moves: [.samePage, .recovery, .gain, .next],
            recovery: [.distress],
            says: ["€29.00", "3 February 2026", "give me my money back"],
            never: ["you forgot", "your mistake", "you should have", "as you know", "we took too much"],
            slots: ["outcome"]
        ),
        Story(
            number: "20",
            title: "rules that nobody had mentioned: the labyrinth is spared",
            matters: ["return"],
            moves: [.samePage, .gain, .next],
            says: ["order 10517", "already paid for"],
            never: ["original carton", "appointment", "form", "hotline", "the price holds"],
            slots: ["outcome"]
        ),
        Story(
            number: "21",
            title: "who only says thank you may rate",
            matters: ["praise"],
            moves: [.samePage, .gain, .feedback],
            says: ["thank you so much for your help", "review"],
            never: ["sorry", "order number"]
        ),
    ]
}
