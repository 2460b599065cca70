package import MIME
import Model

extension MessageToRead {
    /// - Parameter size: octets of the whole message as it arrived.
    package init(_ parsed: ParsedMessage, size: Int) {
        self.init(
            content: parsed.content,
            structuredText: parsed.structuredText,
            fields: parsed.fields,
            report: parsed.report.map { ReportToRead(type: $0.type, groups: $0.groups) },
            embedded: parsed.embedded,
            size: size,
            hasReadableBody: !parsed.content.text.isEmpty || !parsed.content.attachments.isEmpty
        )
    }
}
