import MIME
import Model
import TestSupport
import Testing

@Suite("The automatic acknowledgement, by real servers")
struct AcknowledgementTests {
    @Test("goes to who writes now, once and by the null reverse-path, and to nobody of the back-fill")
    func acknowledged() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let (early, late) = (try office.newUser("early"), try office.newUser("late"))
        try office.send(letter(from: early.address, to: support.address), from: early.address, to: [support.address])
        _ = try await office.mail(of: support)
        let shop = try Shop(office, support, extra: "acknowledgement: {text: 'We have “{{subject}}”.'}")
        try await shop.open()
        try await shop.caughtUp(1)
        for subject in ["A first matter", "A second matter"] {
            let mail = letter(from: late.address, to: support.address, subject: subject)
            try office.send(mail, from: late.address, to: [support.address])
        }
        try await shop.caughtUp(3)
        let notice = ParsedMessage(parsing: try await office.mail(of: late)[0])
        #expect(notice.content.subject.hasPrefix("Auto: A "))
        #expect(notice.fields.values(of: "Auto-Submitted") == ["auto-replied"])
        #expect(notice.fields.values(of: "Return-Path") == ["<>"])
        #expect(notice.content.inReplyTo.count == 1)
        try await expectWithheld(["N19", "N7"], shop)
        #expect(try await shop.api.outgoing("sent").count == 1)
        #expect(try office.dovecot.mailbox(of: late.address).count() == 1)
        #expect(try office.dovecot.mailbox(of: early.address).count() == 0)
    }

    /// The history of every conversation together names these rules.
    private func expectWithheld(_ rules: Set<String>, _ shop: Shop) async throws {
        let found = try await eventually("the history names \(rules)") {
            var found: Set<String> = []
            for entry in try await shop.api.get("/queue")["items"].items {
                let record = try await shop.api.get("/conversations/\(entry["conversation"].integer ?? 0)")
                for event in record["history"].items where event["event"].text == "withheld" {
                    found.insert(String((event["detail"].text ?? "").prefix { $0.isLetter || $0.isNumber }))
                }
            }
            return found.count == rules.count ? found : nil
        }
        #expect(found == rules)
    }
}
