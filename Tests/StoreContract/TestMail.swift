import Foundation
import Model

/// A customer's mail as the reader would file it.
struct TestMail: Sendable {
    var inbox = InboxName("support")
    var messageID: String?
    var subject = "Order"
    var person: String? = "cid@example.org"
    var subjectKey = "order"
    var verified: Conversation.ID?
    var identifiers: [String] = []
    var identity = ""
    var draft: String? = "Hello."
    var bounce: Bounce?
    /// What it was read as, where it is no bounce.
    var verdict = AutomaticVerdict.Kind.human
    /// Where it came in a chat: the mail address that the channel vouches for.
    var vouched: String?

    init() {}

    /// A mail from a person of its own, so that nothing threads it by accident.
    static func from(_ person: String) -> TestMail {
        with { $0.person = person }
    }

    static func with(_ change: (inout TestMail) -> Void) -> TestMail {
        var mail = TestMail()
        change(&mail)
        return mail
    }

    func filing(of message: Message.ID, at: Date) -> Filing {
        let customer = person.map { MailAddress(address: $0) }
        var content = MessageContent(messageID: messageID, subject: subject, from: customer, date: at, text: "Where?")
        if inbox == Scene.channel {
            content.chat = ChatOrigin(id: "\(message)", place: ChatPlace(chat: "1"), verifiedAddress: vouched)
        }
        return Filing(
            message: message,
            content: content,
            reading: reading,
            identity: identity,
            thread: ThreadKeys(verified: verified, identifiers: identifiers, person: person, subject: subjectKey),
            customer: customer,
            draft: draft.map { text in
                DraftBody(
                    subject: "Re: \(subject)",
                    text: text,
                    recipients: Recipients(to: customer.map { [$0] } ?? []),
                    slots: [Slot(name: "day", label: "Which day?", kind: .choice(["Monday", "Friday"]))],
                    template: "order.where"
                )
            },
            at: at
        )
    }

    private var reading: Reading {
        let evidence = Evidence(keyword: "where", weight: 1.5, start: 0, end: 5)
        return Reading(
            newText: "Where?",
            language: "en",
            intents: [ScoredIntent(intent: "order.where", score: 1.5, confidence: 0.8, evidence: [evidence])],
            abstained: false,
            automatic: AutomaticVerdict(verdict: bounce == nil ? verdict : .bounce, mayAutoReply: bounce == nil),
            bounce: bounce
        )
    }
}
