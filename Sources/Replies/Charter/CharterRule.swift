/// One check: a function of the text, with its name, its page and what it wants. By reference: all are gone through for
/// every reply.
final class CharterRule: Sendable {
    /// Something to point at, in Unicode scalars of the text.
    struct Place {
        var range: Range<Int>
        /// Said instead of the rule's own advice.
        var advice: String?
    }

    let id: String
    /// In `seeds/charter`, without `.md`.
    let page: String
    /// What to do instead, in one sentence.
    let advice: String
    /// Whether it tells nothing of a reply in a language without cue words.
    let needsWords: Bool
    let find: @Sendable (CheckedText, AskLinks) -> [Place]

    init(
        _ id: String,
        page: String,
        advice: String,
        needsWords: Bool = true,
        find: @escaping @Sendable (CheckedText, AskLinks) -> [Place]
    ) {
        self.id = id
        self.page = page
        self.advice = advice
        self.needsWords = needsWords
        self.find = find
    }

    /// One whose finds need no other advice, and no links between asks and answers.
    convenience init(
        _ id: String,
        page: String,
        advice: String,
        needsWords: Bool = true,
        ranges: @escaping @Sendable (CheckedText) -> [Range<Int>]
    ) {
        self.init(id, page: page, advice: advice, needsWords: needsWords) { text, _ in
            ranges(text).map { Place(range: $0) }
        }
    }

    static let all: [CharterRule] = [
        askNotRestated, processBeforeGain, weOverYou, noNextStep, noTime, vaguePromise, refusalWithoutAlternative,
        limitNamedLate, policySpeak, blame, burdenOnCustomer, contradictsCircumstance, asksAgain, unansweredAsk,
        noEmpathy, hollowApology, ownerless, jargon, tooComplex, wrongNameOrLanguage, overcheerful,
        feedbackMisplaced, leftoverPlaceholder, noSignaturePerson, notAhead,
    ]
}
