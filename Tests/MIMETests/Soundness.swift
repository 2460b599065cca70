import MIME
import Model

/// What holds for every message that was read, whatever its octets were.
enum Soundness {
    static func faults(of message: ParsedMessage) -> [String] {
        var faults: [String] = []
        func check(_ name: String, _ value: String, isText: Bool = false) {
            let bad = value.unicodeScalars.contains {
                ($0.value < 0x20 && !(isText && ($0 == "\n" || $0 == "\t"))) || $0.value == 0x7F
            }
            if bad { faults.append("\(name) holds a control character") }
        }
        let content = message.content
        check("subject", content.subject)
        for mailbox in [content.from].compactMap(\.self) + content.to + content.cc + content.replyTo {
            check("address", mailbox.address)
            check("name", mailbox.name ?? "")
        }
        for id in content.references + content.inReplyTo + [content.messageID ?? ""] { check("identifier", id) }
        for field in message.fields + message.embedded.joined() + (message.report?.groups.joined().map(\.self) ?? []) {
            check("field", field.value)
            check("field name", field.name)
        }
        for attachment in content.attachments {
            check("attachment", attachment.name)
            if attachment.name.contains("/") || attachment.name.contains("\\") {
                faults.append("a path in a file name")
            }
            if attachment.size < 0 { faults.append("a negative size") }
        }
        check("text", content.text, isText: true)
        check("html", content.html ?? "", isText: true)
        return faults
    }
}
