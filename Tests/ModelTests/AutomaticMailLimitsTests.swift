import Model
import Testing

@Suite("What went out before can forbid one more automatic mail")
struct AutomaticMailLimitsTests {
    struct Case: Sendable {
        var counts: AutomaticMailCounts
        /// nil where the mail may go.
        var rule: String?
    }

    static let cases: [Case] = [
        Case(counts: AutomaticMailCounts(), rule: nil),
        Case(counts: AutomaticMailCounts(sameHandle: 1), rule: "N7"),
        Case(counts: AutomaticMailCounts(inConversation: 1), rule: "N7"),
        Case(counts: AutomaticMailCounts(inConversationToday: 1), rule: "N17"),
        Case(counts: AutomaticMailCounts(sameBodyThisHour: 1), rule: "N17"),
        Case(counts: AutomaticMailCounts(toAddressToday: 2), rule: nil),
        Case(counts: AutomaticMailCounts(toAddressToday: 3), rule: "N17"),
        Case(counts: AutomaticMailCounts(toDomainThisHour: 19), rule: nil),
        Case(counts: AutomaticMailCounts(toDomainThisHour: 20), rule: "N17"),
        Case(counts: AutomaticMailCounts(thisMinute: 29), rule: nil),
        Case(counts: AutomaticMailCounts(thisMinute: 30), rule: "N17"),
    ]

    @Test("each count breaks its own rule at its own limit", arguments: cases)
    func breach(_ example: Case) {
        #expect(AutomaticMailLimits().breach(by: example.counts)?.rule == example.rule)
    }
}
