import Model

/// A bounce told in prose, as Exim, qmail, Gmail and many others send it: known by who sends it, what it is called, how
/// it speaks and what it gives back. No sign is enough alone, and without a machine for a sender nothing is.
struct BounceNotice {
    let form: AutomaticVerdict.Form
    let bounce: Bounce
    /// What spoke for it, for those who read the verdict.
    let evidence: String

    /// Where a server's name stands in `From`.
    private static let enough = 4
    /// Where only a postmaster's name or an empty envelope speaks for a machine.
    private static let enoughOfEither = 5
    /// In a report of which no status could be read.
    private static let enoughInReport = 2

    /// - Parameter isReport: true for a `multipart/report`, whose sender is known for a machine.
    init?(_ facts: MailFacts, sender: BounceSender, isReport: Bool = false) {
        guard isReport || sender.points > 0, !facts.has(.resentFrom) || sender.points > 1 else { return nil }
        let content = facts.message.content
        let subject = FoldedText.octets(content.subject, longest: 1000)
        let isEither = sender.points < 2 && !isReport
        if isEither, SubjectPrefix.isAnswer(subject) { return nil }
        let text = NoticeText(content.text)
        let signs = BounceSigns(facts, subject: subject, text: text)
        let least = isReport ? Self.enoughInReport : isEither ? Self.enoughOfEither : Self.enough
        guard signs.points + (isReport ? 0 : sender.points) >= least else { return nil }
        if isEither, !signs.isServersOwn(mustGiveBack: sender.isAnyProgram) { return nil }
        form = Self.form(subject: subject[...], text: text.spoken)
        evidence = "\(sender.evidence); \(signs.evidence)"
        bounce = BounceDetails(text, facts, isPermanent: form != .delayed).bounce
    }

    /// What the subject says comes first; the text is asked where it leaves it open.
    private static func form(subject: ArraySlice<UInt8>, text: ArraySlice<UInt8>) -> AutomaticVerdict.Form {
        for place in [subject, text] {
            if BounceWords.failures.matches(in: place) { return .failed }
            if BounceWords.delays.matches(in: place) { return .delayed }
            if BounceWords.expanded.matches(in: place) { return .expanded }
            if BounceWords.relayed.matches(in: place) { return .relayed }
            if BounceWords.delivered.matches(in: place) { return .delivered }
        }
        return .failed
    }
}

/// The marks that mail programs set before the subject of an answer or of a message passed on.
enum SubjectPrefix {
    static func isAnswer(_ subject: [UInt8]) -> Bool {
        let word = subject.drop { $0 <= 0x20 }.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "[") }
        guard word.count <= 12, word.count < subject.count else { return false }
        return prefixes.contains(String(decoding: word, as: UTF8.self).filter { $0 != " " })
    }

    private static let prefixes: Set<String> = [
        "re", "aw", "antw", "antwort", "sv", "vs", "ref", "rif", "r", "odp", "ynt", "vá", "res", "rv", "fw", "fwd",
        "wg",
        "tr", "i", "enc", "doorst", "vb", "pd", "vl", "ilt", "továbbítás", "转发", "回复", "отв", "пересл",
    ]
}
