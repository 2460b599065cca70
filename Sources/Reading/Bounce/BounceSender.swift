import Model

/// How strongly a message's sender speaks for a mail server: no text alone makes a bounce, since people forward them.
struct BounceSender {
    /// 0 for a person, 1 for what could be either, 2 and more for a server.
    let points: Int
    /// What spoke for it, as it stood.
    let evidence: String
    /// True where the address is one that any program may write from.
    let isAnyProgram: Bool

    init(_ facts: MailFacts) {
        if let failed = facts.evidence(.failedRecipients) {
            self.init(points: 3, evidence: failed)
            return
        }
        let value = facts.first(.from) ?? ""
        let from = "From: \(MailFacts.short(value))"
        let local = facts.message.content.from?.localPart ?? ""
        let isNull = facts.returnPath.isNullOrDaemon
        if BounceWords.daemons.contains(String(local))
            || BounceWords.daemonNames.matches(in: FoldedText.octets(value)[...])
        {
            self.init(points: 2 + (isNull ? 1 : 0), evidence: from)
        } else if Self.isEmpty(value), isNull || facts.has(.from) {
            self.init(points: isNull ? 2 : 0, evidence: "Return-Path: <>")
        } else if local == "postmaster" || BounceWords.officeNames.matches(in: FoldedText.octets(value)[...]) {
            self.init(points: isNull ? 2 : 1, evidence: from)
        } else if isNull {
            self.init(points: 1, evidence: "Return-Path: \(facts.first(.returnPath) ?? "")")
        } else {
            let isAny = SenderRole.isNoReply(local) || BounceWords.programs.contains(String(local))
            self.init(points: isAny ? 1 : 0, evidence: from, isAnyProgram: isAny)
        }
    }

    private init(points: Int, evidence: String, isAnyProgram: Bool = false) {
        self.points = points
        self.evidence = evidence
        self.isAnyProgram = isAnyProgram
    }

    private static func isEmpty(_ from: String) -> Bool {
        from.utf8.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    }
}
