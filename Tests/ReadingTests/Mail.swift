import Model

@testable import Reading

/// Mail for tests: that of a customer, whom a program may answer, unless told otherwise.
enum Mail {
    static let ours = "help@shop.example"

    static func message(
        _ fields: [(String, String)] = [],
        from: String = "ann@example.org",
        returnPath: String? = "<ann@example.org>",
        subject: String = "Hello",
        text: String = "Where is my order?",
        report: ReportToRead? = nil
    ) -> MessageToRead {
        let address = MailAddress(address: from)
        let content = MessageContent(
            messageID: "1@example.org",
            subject: subject,
            from: address,
            to: [MailAddress(address: ours)],
            inReplyTo: fields.filter { $0.0 == "In-Reply-To" }.map(\.1),
            text: text
        )
        let envelope = returnPath.map { [("Return-Path", $0)] } ?? []
        let type = report == nil ? [] : [("Content-Type", "multipart/report")]
        let all = envelope + [("From", from)] + type + fields
        return MessageToRead(
            content: content,
            fields: all.map { HeaderField(name: $0.0, value: $0.1) },
            report: report,
            size: text.utf8.count
        )
    }

    static func context() -> AutomaticMailContext {
        AutomaticMailContext(
            ourAddresses: [ours],
            isOurMessageID: { $0.hasSuffix("@shop.example") },
            isOurLoopMark: { $0 == "signed" },
            filterMarks: [.init(field: "X-Spam-Flag", value: "yes")],
            authenticationServers: ["mx.shop.example"]
        )
    }

    static func verdict(_ message: MessageToRead, _ context: AutomaticMailContext = context()) -> AutomaticVerdict {
        AutomaticMail.judge(message, newText: message.content.text, context: context).verdict
    }
}
