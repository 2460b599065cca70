import Model

extension AutomaticRule {
    static let autoSubmitted = Self("N2", "RFC 3834 §2, §5") { facts in
        facts.evidence(.autoSubmitted) { AutoSubmitted.keyword(of: $0) != "no" }
    }

    static let listFields = Self("N3", "RFC 5230 §4.6; RFC 2369; RFC 2919") { facts in
        facts.evidence(
            .listID,
            .listHelp,
            .listSubscribe,
            .listUnsubscribe,
            .listPost,
            .listOwner,
            .listArchive
        )
    }

    static let precedence = Self("N4", "RFC 3834 §2, §7") { facts in
        facts.evidence(.precedence, .xPrecedence) {
            ["bulk", "list", "junk", "auto_reply"].contains(FieldValue.word($0))
        }
    }

    static let report = Self("N8", "RFC 6522; RFC 3464; RFC 8098 §2; RFC 5965") { facts in
        if let report = facts.message.report { return "Content-Type: multipart/report; report-type=\(report.type)" }
        return facts.evidence(.failedRecipients)
    }

    /// `OOF` stops notices of absence alone, which are never sent from here; `DR`, `NDR`, `RN` and `NRN` stop reports.
    static let responseSuppressed = Self("N14", "MS-OXCMAIL §2.1.3.2.20") { facts in
        facts.evidence(.autoResponseSuppress) { value in
            value.split { $0 == "," || $0 == ";" }.contains { ["all", "autoreply"].contains(FieldValue.word($0)) }
        }
    }

    static let vendorMarks = Self("N15", "practice") { VendorMark.first(in: $0)?.evidence }

    /// A subject alone proves nothing (RFC 3834 §3.1.5): it counts in answers to our own mail only.
    static let subject = Self("N16", "practice; RFC 3834 §3.1.5") { facts in
        guard facts.answersOurMail, AutoReplySubject(facts.message.content.subject) != nil else { return nil }
        return "Subject: \(MailFacts.short(facts.message.content.subject))"
    }
}
