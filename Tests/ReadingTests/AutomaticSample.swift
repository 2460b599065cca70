import MIME
import Model
import Testing

@testable import Reading

/// A mail written for the tests, with what should be found in it.
struct AutomaticSample: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: AutomaticVerdict.Kind
    var form: AutomaticVerdict.Form?
    var recipient: String?
    var status: String?
    var identifier: String?
    /// Header and body, with an empty line between them.
    var mail: String

    init(
        _ name: String,
        _ kind: AutomaticVerdict.Kind,
        _ form: AutomaticVerdict.Form? = nil,
        to recipient: String? = nil,
        status: String? = nil,
        of identifier: String? = nil,
        mail: String
    ) {
        self.name = name
        self.kind = kind
        self.form = form
        self.recipient = recipient
        self.status = status
        self.identifier = identifier
        self.mail = mail
    }

    var testDescription: String { name }

    var judgement: AutomaticMail.Judgement {
        let octets = Array("To: help@shop.example\n\(mail)\n".utf8)
        let message = MessageToRead(ParsedMessage(parsing: octets), size: octets.count)
        let newText = NewText.extract(from: message.content.text)
        return AutomaticMail.judge(message, newText: newText.text, context: Mail.context())
    }
}
