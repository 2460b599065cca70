package import Foundation

/// What a message holds once decoded: the header fields that matter to support, its text and what is attached.
///
/// All text is valid Unicode; no header value holds CR, LF or NUL.
package struct MessageContent: Hashable, Sendable, Codable {
    /// The `Message-ID` without angle brackets (RFC 5322 §3.6.4); nil where absent or empty.
    package var messageID: String?
    package var subject: String
    /// The first mailbox of `From`; nil where there is none that can be read.
    package var from: MailAddress?
    package var replyTo: [MailAddress]
    package var to: [MailAddress]
    package var cc: [MailAddress]
    /// The `Date` field; nil where absent or unreadable.
    package var date: Date?
    /// How far the sender's clock was ahead of UTC, in seconds, by the `Date` field. nil where that says nothing: many
    /// programs write UTC wherever they run.
    package var dateOffset: Int?
    /// Identifiers without angle brackets.
    package var inReplyTo: [String]
    package var references: [String]
    /// The whole text body, decoded; HTML is turned to text where there is no plain part.
    package var text: String
    /// The HTML part as sent, decoded to Unicode; nil where there is none.
    package var html: String?
    package var attachments: [Attachment]
    package var protection: Protection
    /// What had to be guessed or given up while decoding, in plain words, for the person who looks at it.
    package var remarks: [String]
    /// Where it stands in a chat; nil for mail.
    package var chat: ChatOrigin?

    package init(
        messageID: String? = nil,
        subject: String = "",
        from: MailAddress? = nil,
        replyTo: [MailAddress] = [],
        to: [MailAddress] = [],
        cc: [MailAddress] = [],
        date: Date? = nil,
        inReplyTo: [String] = [],
        references: [String] = [],
        text: String = "",
        html: String? = nil,
        attachments: [Attachment] = [],
        protection: Protection = .none,
        remarks: [String] = []
    ) {
        self.messageID = messageID
        self.subject = subject
        self.from = from
        self.replyTo = replyTo
        self.to = to
        self.cc = cc
        self.date = date
        self.inReplyTo = inReplyTo
        self.references = references
        self.text = text
        self.html = html
        self.attachments = attachments
        self.protection = protection
        self.remarks = remarks
    }
}

/// A part of a message that is a file rather than its text.
package struct Attachment: Hashable, Sendable, Codable {
    /// The file name, decoded (RFC 2231 or RFC 2047 form), without path separators or control characters; may be empty.
    package var name: String
    /// `type/subtype`, lower case.
    package var type: String
    /// Decoded octets.
    package var size: Int

    package init(name: String, type: String, size: Int) {
        self.name = name
        self.type = type
        self.size = size
    }
}

/// Whether a message is encrypted or signed, by its MIME structure (RFC 3156, RFC 8551) or an inline PGP block.
package enum Protection: String, Hashable, Sendable, Codable {
    case none
    case signed
    case encrypted
}
