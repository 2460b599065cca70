import Model

/// What in a message's subject and text speaks for a bounce, beside its sender.
struct BounceSigns {
    private(set) var points = 0
    /// What spoke for it, as it stood.
    private(set) var evidence = ""
    /// The message itself or its header came back.
    private let isGivenBack: Bool
    /// A reply or status code stands where servers set it: at the beginning of a line.
    private let hasCodeLine: Bool
    /// A line is nothing but an address.
    private let hasAddressLine: Bool
    /// The text calls itself a notice.
    private let isLabelled: Bool
    private let isPersonal: Bool
    private let hasSubject: Bool

    init(_ facts: MailFacts, subject: [UInt8], text: NoticeText) {
        let phrase = BounceWords.phrases.first(in: text.spoken)
        hasSubject = BounceWords.subjects.matches(in: subject[...])
        hasCodeLine = text.prose.contains { Self.isCode(text.folded[$0]) }
        hasAddressLine = text.prose.contains { RecipientFinder.isAddressAlone(text.octets[$0]) }
        isGivenBack = text.returned != nil || text.hasHeading || !facts.message.embedded.isEmpty
        isLabelled = BounceWords.labels.matches(in: text.spoken)
        isPersonal = BounceWords.personal.matches(in: text.spoken)
        let isNamed = StatusCode.isNamed(in: text.spoken) || FailureWording.first(in: text.spoken) != nil
        points = (hasSubject ? 2 : 0) + (phrase != nil ? 2 : 0) + (isNamed ? 1 : 0) + (isGivenBack ? 1 : 0)
        if facts.message.report?.groups.isEmpty == false { points += 2 }
        if hasSubject { evidence = "Subject: \(MailFacts.short(facts.message.content.subject))" }
        if evidence.isEmpty, let phrase { evidence = phrase.phrase }
    }

    /// Whether nobody but a server writes like this; asked where the sender could be a person or any program.
    func isServersOwn(mustGiveBack: Bool) -> Bool {
        if isPersonal, !isGivenBack { return false }
        if mustGiveBack { return isGivenBack && (hasSubject || hasCodeLine) }
        return hasSubject && (isGivenBack || hasCodeLine || hasAddressLine || isLabelled)
    }

    private static func isCode(_ line: ArraySlice<UInt8>) -> Bool {
        let head = line.prefix(16)
        return head.first.map { $0 &- 0x34 < 2 } ?? false && StatusCode.isNamed(in: head)
    }
}
