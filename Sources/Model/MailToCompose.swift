package import Foundation

/// A mail to be composed: every field already decided, nothing encoded yet.
package struct MailToCompose: Hashable, Sendable {
    package var from: MailAddress
    package var to: [MailAddress]
    package var cc: [MailAddress]
    package var replyTo: [MailAddress]
    package var subject: String
    package var date: Date
    /// Without angle brackets.
    package var messageID: String
    package var inReplyTo: String?
    package var references: [String]
    package var text: String
    /// nil gives a mail of plain text alone.
    package var html: String?
    /// Further fields, such as `Auto-Submitted`; names must be RFC 5322 field names.
    package var extraFields: [HeaderField]

    package init(
        from: MailAddress,
        to: [MailAddress],
        cc: [MailAddress] = [],
        replyTo: [MailAddress] = [],
        subject: String,
        date: Date,
        messageID: String,
        inReplyTo: String? = nil,
        references: [String] = [],
        text: String,
        html: String? = nil,
        extraFields: [HeaderField] = []
    ) {
        self.from = from
        self.to = to
        self.cc = cc
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.inReplyTo = inReplyTo
        self.references = references
        self.text = text
        self.html = html
        self.extraFields = extraFields
    }
}
