import Model

/// A bounce told in prose, as Exim, qmail, Gmail and many others send it: known by who sends it, what it is called and
/// how it speaks. No sign is enough alone, and without a machine for a sender nothing is: people forward bounces too.
struct BounceNotice {
    /// Delivery is only late.
    let isDelay: Bool
    let bounce: Bounce

    private static let enough = 4
    /// Where only a postmaster's name or an empty envelope speaks for a machine.
    private static let enoughOfPerson = 5
    /// In a report of which no status could be read.
    private static let enoughInReport = 2
    /// Notices say what they have to say first; what follows is the returned message.
    private static let lookedAt = 12_000

    /// - Parameter isReport: true for a `multipart/report`, whose sender is known for a machine.
    init?(_ facts: MailFacts, isReport: Bool = false) {
        let sender = isReport ? 0 : Self.senderPoints(facts)
        guard isReport || sender > 0 else { return nil }
        let content = facts.message.content
        let text = String(content.text.unicodeScalars.prefix(Self.lookedAt))
        let lower = Array(text.lowercased().utf8)
        let subject = content.subject.lowercased()
        let points = sender + Self.points(facts, subject: subject, plain: text, text: lower)
        let least = isReport ? Self.enoughInReport : sender > 1 ? Self.enough : Self.enoughOfPerson
        guard points >= least else { return nil }
        isDelay = Self.isDelay(subject: subject, text: lower)
        let details = BounceDetails(text: text, facts: facts)
        bounce = Bounce(
            originalMessageID: ReturnedMessage.identifier(in: facts.message.embedded) ?? details.messageID,
            recipient: details.recipient,
            status: details.status,
            reason: details.reason,
            isPermanent: !isDelay
        )
    }

    private static func points(_ facts: MailFacts, subject: String, plain: String, text: [UInt8]) -> Int {
        var points = 0
        if BounceWords.subjects.contains(where: subject.contains) { points += 2 }
        if BounceWords.phrases.contains(where: { OctetSearch.contains($0, in: text) }) { points += 2 }
        if StatusCode.isNamed(in: plain) { points += 1 }
        let isReturned = BounceWords.returned.contains { OctetSearch.contains($0, in: text) }
        if isReturned || !facts.message.embedded.isEmpty { points += 1 }
        return points
    }

    private static func senderPoints(_ facts: MailFacts) -> Int {
        if facts.field(["X-Failed-Recipients"]) != nil { return 3 }
        let from = facts.message.content.from
        let fromField = facts.values("From").first?.lowercased() ?? ""
        let isDaemon = from.map { BounceWords.daemons.contains(String($0.localPart)) } ?? false
        if isDaemon || fromField.contains("mailer-daemon") || fromField.contains("mail delivery s") { return 2 }
        let isPostmaster = from.map { $0.localPart == "postmaster" } ?? false
        if fromField == "<>", facts.returnPath == .null { return 2 }
        return (isPostmaster ? 1 : 0) + (facts.returnPath.isNullOrDaemon ? 1 : 0)
    }

    private static func isDelay(subject: String, text: [UInt8]) -> Bool {
        if BounceWords.failures.contains(where: subject.contains) { return false }
        if BounceWords.delays.contains(where: subject.contains) { return true }
        let has = { (phrase: String) in OctetSearch.contains(phrase, in: text) }
        return BounceWords.delays.contains(where: has) && !BounceWords.failures.contains(where: has)
    }
}
