import Model
import Testing

@testable import Reading

struct AutomaticRuleTests {
    @Test("a customer's mail may be answered automatically, and no rule is named")
    func customer() {
        #expect(Mail.verdict(Mail.message()) == AutomaticVerdict(verdict: .human, mayAutoReply: true))
    }

    @Test(
        "a field forbids an automatic answer by its rule, whoever wrote the message",
        arguments: [
            ("Auto-Submitted", "auto-replied (vacation); owner=x", "N2", AutomaticVerdict.Kind.autoReply),
            ("auto-submitted", "AUTO-generated", "N2", .report),
            ("Auto-Submitted", "auto-notified; owner-email=\"x\"", "N2", .report),
            ("List-Id", "<news.example.org>", "N3", .list),
            ("List-Unsubscribe", "<mailto:x@example.org>", "N3", .list),
            ("Precedence", "Bulk", "N4", .human),
            ("X-Precedence", "junk", "N4", .human),
            ("Precedence", "auto_reply", "N4", .autoReply),
            ("X-Wavelength-Loop", "signed", "N10", .human),
            ("X-Spam-Flag", "YES", "N11", .human),
            ("X-Auto-Response-Suppress", "DR, AutoReply", "N14", .human),
            ("X-Auto-Response-Suppress", "All", "N14", .human),
            ("X-Autoreply", "yes", "N15", .autoReply),
            ("Delivered-To", "Autoresponder", "N15", .autoReply),
            ("Feedback-ID", "1:2:3", "N15", .human),
            ("In-Reply-To", "9@shop.example", "N9", .human),
            ("Sender", "help@shop.example", "N9", .human),
            ("Authentication-Results", "mx.shop.example; dmarc=fail header.from=example.org", "N18", .human),
            ("Authentication-Results", "mx.shop.example; spf=pass smtp.mailfrom=x@other.example", "N18", .human),
        ]
    )
    func forbids(name: String, value: String, rule: String, kind: AutomaticVerdict.Kind) {
        let verdict = Mail.verdict(Mail.message([(name, value)]))
        #expect(verdict.rule == rule)
        #expect(!verdict.mayAutoReply)
        #expect(verdict.verdict == kind)
        #expect(!verdict.source.isEmpty && !verdict.evidence.isEmpty)
    }

    @Test(
        "a field that proves nothing forbids nothing",
        arguments: [
            ("Auto-Submitted", "no"), ("Auto-Submitted", "No (said a person)"), ("Precedence", "first-class"),
            ("X-Auto-Response-Suppress", "OOF"), ("X-Auto-Response-Suppress", "DR, NDR, RN, NRN"),
            ("X-Auto-Response-Suppress", "None"), ("X-Wavelength-Loop", "unsigned"), ("X-Spam-Flag", "NO"),
            ("X-Autoreply", "no"), ("In-Reply-To", "9@example.org"),
            ("Authentication-Results", "mx.other.example; dmarc=fail"),
            ("Authentication-Results", "mx.shop.example; spf=pass smtp.mailfrom=ann@example.org; dmarc=pass"),
            ("Authentication-Results", "mx.shop.example; dkim=pass header.d=mail.example.org"),
        ]
    )
    func allows(name: String, value: String) {
        #expect(Mail.verdict(Mail.message([(name, value)])) == AutomaticVerdict(verdict: .human, mayAutoReply: true))
    }

    @Test("an envelope without a sender gets no automatic mail", arguments: [nil, "<>", "", "nonsense", "<@>"])
    func returnPath(value: String?) {
        let verdict = Mail.verdict(Mail.message(returnPath: value))
        #expect(verdict.rule == "N1" && !verdict.mayAutoReply && verdict.verdict == .human)
    }

    @Test(
        "roles and lists are not answered, postmasters are",
        arguments: [
            ("noreply@example.org", "N5"), ("owner-news@example.org", "N5"), ("news-request@example.org", "N5"),
            ("bounce+1=2@example.org", "N5"), ("LISTSERV@example.org", "N5"), ("postmaster@example.org", ""),
        ]
    )
    func roles(from: String, rule: String) {
        #expect(Mail.verdict(Mail.message(from: from)).rule == rule)
    }

    @Test("mail that does not name us is not answered, except where the envelope does")
    func notToUs() {
        var context = Mail.context()
        context.ourAddresses = ["other@shop.example"]
        #expect(Mail.verdict(Mail.message(), context).rule == "N6")
        let delivered = Mail.message([("Delivered-To", "Other@shop.example")])
        #expect(Mail.verdict(delivered, context).mayAutoReply)
    }

    @Test(
        "circumstances of arrival forbid automatic mail",
        arguments: [AutomaticMailContext.Arrival.backfill, .importing, .rescan]
    )
    func arrival(arrival: AutomaticMailContext.Arrival) {
        var context = Mail.context()
        context.arrival = arrival
        #expect(Mail.verdict(Mail.message(), context).rule == "N19")
    }

    @Test("old mail is not answered")
    func age() {
        var context = Mail.context()
        context.age = .seconds(86_401)
        #expect(Mail.verdict(Mail.message(), context).rule == "N19")
    }

    @Test("malformed, oversized and much travelled mail is not answered")
    func malformed() {
        var message = Mail.message()
        message.size = 30_000_000
        #expect(Mail.verdict(message).rule == "N12")
        message.size = 1
        message.hasReadableBody = false
        #expect(Mail.verdict(message).rule == "N12")
        let travelled = Mail.message(Array(repeating: ("Received", "by a"), count: 31))
        #expect(Mail.verdict(travelled).rule == "N13")
    }

    @Test("programs, encrypted mail and pleas not to answer forbid it")
    func content() {
        var message = Mail.message()
        message.content.attachments = [Attachment(name: "a.pdf.EXE", type: "application/pdf", size: 1)]
        #expect(Mail.verdict(message).rule == "N11")
        message.content.attachments = []
        message.content.protection = .encrypted
        #expect(Mail.verdict(message).rule == "N20")
        #expect(Mail.verdict(Mail.message(text: "Please do not reply to this mail.")).rule == "N20")
    }

    @Test("a wish for a read receipt is shown and forbids no other answer")
    func receipt() {
        let verdict = Mail.verdict(Mail.message([("Disposition-Notification-To", "ann@example.org")]))
        #expect(verdict.rule == "N21" && verdict.mayAutoReply)
    }

    @Test("a subject of absence is one only where a machine's mark or our own mail stands beside it")
    func absence() {
        let subject = "Automatic reply: Hello"
        #expect(Mail.verdict(Mail.message(subject: subject)).verdict == .human)
        #expect(Mail.verdict(Mail.message([("In-Reply-To", "9@shop.example")], subject: subject)).verdict == .autoReply)
        let exchange = Mail.message([("X-Auto-Response-Suppress", "All")], subject: subject)
        #expect(Mail.verdict(exchange).verdict == .autoReply)
    }
}
