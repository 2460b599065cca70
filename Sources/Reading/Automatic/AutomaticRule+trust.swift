import Model

extension AutomaticRule {
    /// References count too: an answer to our mail is part of a conversation that needs no acknowledgement.
    static let ourOwnMail = Self("N9", "RFC 3834 §3.1.2, §3.3") { facts in
        let content = facts.message.content
        let senders = [content.from].compactMap(\.self) + facts.addresses(.sender) + content.replyTo
        let all = senders + [facts.returnPath.address].compactMap(\.self)
        if let ours = all.first(where: { facts.context.ourAddresses.contains($0.key) }) { return ours.address }
        let identifiers = [content.messageID].compactMap(\.self) + facts.answered
        return identifiers.first(where: facts.context.isOurMessageID).map { "our Message-ID: \(MailFacts.short($0))" }
    }

    static let ourLoopMark = Self("N10", "RFC 3834 §6") { facts in
        facts.evidence(named: facts.context.loopField, where: facts.context.isOurLoopMark)
    }

    static let filtered = Self("N11", "RFC 3834 §2, §7") { facts in
        for mark in facts.context.filterMarks {
            let prefix = mark.value.lowercased()
            let found = facts.evidence(named: mark.field) { FieldValue.word($0).hasPrefix(prefix) }
            if let found { return found }
        }
        let program = facts.message.content.attachments.first { isProgram($0.name) }
        return program.map { "attachment: \(MailFacts.short($0.name))" }
    }

    private static func isProgram(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return programs.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let programs: Set<String> = [
        "exe", "scr", "com", "bat", "cmd", "pif", "vbs", "vbe", "js", "jse", "wsf", "wsh", "ps1", "msi", "msp", "hta",
        "cpl", "jar", "lnk", "reg", "chm", "iso", "img", "apk", "dll",
    ]

    static let notAuthenticated = Self("N18", "RFC 3834 §2, §6; RFC 8601") { facts in
        Authentication(facts).failure
    }

    static let historic = Self("N19", "practice") { facts in
        let context = facts.context
        if context.arrival != .live { return "arrival: \(context.arrival.rawValue)" }
        guard let age = context.age, age > context.ageLimit else { return nil }
        return "age: \(age.components.seconds) s"
    }

    static let closedContent = Self("N20", "RFC 3834 §2") { facts in
        if facts.message.content.protection == .encrypted { return "encrypted" }
        return refusals.first(in: FoldedText.octets(facts.newText, longest: 20_000)[...])?.phrase
    }

    private static let refusals = PhraseSet([
        "do not reply to this", "do not respond to this", "please do not reply", "this mailbox is not monitored",
        "bitte nicht auf diese", "antworten sie nicht auf diese", "antworten sie bitte nicht", "ne pas répondre à ce",
        "ne répondez pas à ce", "no responda a este", "no responder a este", "non rispondere a quest",
        "beantwoord deze e-mail niet", "não responda a este",
        "do not answer this", "replies to this address are not", "svar inte på detta", "svar ikke på denne",
        "nie odpowiadaj na t", "prosimy nie odpowiadać",
    ])

    /// No code composes read receipts, so the rule is kept; it is shown, and other answers stay allowed.
    static let receiptRequested = Self("N21", "RFC 8098 §2.1", forbidsAnswer: false) { facts in
        facts.evidence(.dispositionNotificationTo, .returnReceiptTo, .confirmReadingTo)
    }
}
