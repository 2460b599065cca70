package import Model

/// A message read from its octets: this module is in charge of the way from the bytes of a mail to values and back.
///
/// Any octets give a message. GMime reads dates, names charsets for iconv and encodes what is sent; structure, header
/// values, transfer encodings, charsets of unlabelled text and HTML are decoded here, because GMime 3.2.13 loses text in
/// them or does not offer them, and its tree of parts takes longer than all the rest.
package struct ParsedMessage: Hashable, Sendable {
    /// What the message says.
    package var content: MessageContent
    /// Every field of the message's own header, in order of appearance, repeated and malformed ones included.
    package var fields: [HeaderField]
    /// What a delivery report carries; nil where the message is no `multipart/report` and has no such part (RFC 6522).
    package var report: DeliveryReport?
    /// The header fields of each embedded message (`message/rfc822`, `text/rfc822-headers`), in order.
    package var embedded: [[HeaderField]]
    /// The text of the HTML body with its quotes and signatures marked; nil where there is none, or where the text is
    /// spread over several parts.
    package var structuredText: StructuredText?

    /// Reads a message; never fails, and takes time and memory in proportion to the number of octets.
    package init(parsing octets: [UInt8]) {
        let message = LineEndings.unified(octets)
        let header = HeaderBlock(message, isWhole: true)
        let body = Body(message: message, header: header)
        let hint = body.charset
        fields = header.fields.map { FieldDecoding.field($0, hint: hint) }
        content = Self.content(header, body, hint: hint)
        report = body.report
        embedded = body.embedded
        structuredText = body.structure
    }

    private static func content(_ header: HeaderBlock, _ body: Body, hint: String?) -> MessageContent {
        let date = header.first("date", reading: DateField.parse)
        var content = MessageContent(
            messageID: header.first("message-id").flatMap(MessageIdentifiers.single),
            subject: header.first("subject").map { HeaderText.decode($0, hint: hint) } ?? "",
            from: header.first("from") { AddressList.parse($0, hint: hint).first },
            replyTo: addresses(header.all("reply-to"), hint: hint),
            to: addresses(header.all("to"), hint: hint),
            cc: addresses(header.all("cc"), hint: hint),
            date: date?.date,
            inReplyTo: header.all("in-reply-to").flatMap(MessageIdentifiers.parse),
            references: header.all("references").flatMap(MessageIdentifiers.parse),
            text: body.text,
            html: body.html,
            attachments: body.attachments,
            protection: body.protection,
            remarks: body.remarks
        )
        content.dateOffset = date?.offset
        return content
    }

    private static func addresses(_ values: [Octets], hint: String?) -> [MailAddress] {
        values.flatMap { AddressList.parse($0, hint: hint) }
    }
}

/// What a `multipart/report` says besides its text.
package struct DeliveryReport: Hashable, Sendable {
    /// The `report-type` parameter in lower case, such as `delivery-status` or `disposition-notification`.
    package var type: String
    /// The groups of `message/delivery-status` (RFC 3464 §2.1): first those of the whole message, then one per recipient.
    /// Those of `message/disposition-notification` and `message/feedback-report` stand here too.
    package var groups: [[HeaderField]]
}
