package import Model

// Reading is in charge of saying what a message says: the text written this time, its language, what it asks for, and
// whether a person or a program wrote it. It decides from values alone; what it needs to know of the world is passed in.

/// A decoded message as reading takes it.
package struct MessageToRead: Hashable, Sendable {
    package var content: MessageContent
    /// The text of the HTML body with its quotes and signatures marked; nil where there is none.
    package var structuredText: StructuredText?
    /// Every field of the message's header, in order.
    package var fields: [HeaderField]
    /// nil unless the message is a `multipart/report` (RFC 6522).
    package var report: ReportToRead?
    /// The header fields of each message that came along inside this one, in order.
    package var embedded: [[HeaderField]]
    /// Octets of the whole message.
    package var size: Int
    /// False where no body could be made out at all.
    package var hasReadableBody: Bool

    package init(
        content: MessageContent,
        structuredText: StructuredText? = nil,
        fields: [HeaderField],
        report: ReportToRead? = nil,
        embedded: [[HeaderField]] = [],
        size: Int = 0,
        hasReadableBody: Bool = true
    ) {
        self.content = content
        self.structuredText = structuredText
        self.fields = fields
        self.report = report
        self.embedded = embedded
        self.size = size
        self.hasReadableBody = hasReadableBody
    }
}

/// The machine-readable parts of a `multipart/report`.
package struct ReportToRead: Hashable, Sendable {
    /// The `report-type` parameter in lower case, such as `delivery-status`; may be empty.
    package var type: String
    /// The groups of fields of the second part; for a delivery status the fields per message, then those per recipient
    /// (RFC 3464 §2.1).
    package var groups: [[HeaderField]]

    package init(type: String, groups: [[HeaderField]] = []) {
        self.type = type
        self.groups = groups
    }
}
