import Chat
import Foundation
import Model

extension HostileDelivery {
    private static let urlencoded = "application/x-www-form-urlencoded"
    private static let multipart = "multipart/form-data; boundary=frontier"

    private static func form(
        _ name: String,
        _ type: String,
        _ make: @escaping @Sendable (Int) -> [UInt8]
    ) -> HostileDelivery {
        HostileDelivery("form: \(name)", make) { body in
            (try? FormBody(body, contentType: type, limits: FormLimits(fields: .max))) != nil
        }
    }

    /// A field of a multipart, up to its contents.
    private static func part(_ name: String, _ more: String = "") -> String {
        "--frontier\r\nContent-Disposition: form-data; name=\"\(name)\"\(more)\r\n\r\n"
    }

    static let forms: [HostileDelivery] = [
        form(
            "a name of accents",
            multipart,
            around("--frontier\r\nContent-Disposition: form-data; name=a", "\u{301}\u{316}", "")
        ),
        form("many fields", urlencoded, around("a=b", "&a#=b", "")),
        form("ampersands", urlencoded, around("", "&", "")),
        form("one field of escapes", urlencoded, around("a=", "%C3%A4", "")),
        form("percent signs", urlencoded, around("a=", "%", "")),
        form("plus signs", urlencoded, around("a=", "+", "")), form("equals signs", urlencoded, around("a", "=", "")),
        form("one large part", multipart, around(part("a"), "x", "\r\n--frontier--")),
        form("many parts", multipart, around("", part("a#") + "b\r\n", "--frontier--")),
        form("beginnings of boundaries", multipart, around(part("a"), "\r\n--frontie", "\r\n--frontier--")),
        form("line ends", multipart, around(part("a"), "\r\n", "\r\n--frontier--")),
        form("carriage returns", multipart, around(part("a"), "\r", "\r\n--frontier--")),
        form("hyphens", multipart, around(part("a"), "\r\n-", "\r\n--frontier--")),
        form("no boundary", multipart, around("", "\r\n--fr", "")),
        form("a part without an end", multipart, around(part("a"), "x", "")),
        form("many headers of a part", multipart, around("--frontier\r\n", "A: b\r\n", "")),
        form(
            "many parameters",
            multipart,
            around("", part("a", String(repeating: "; a=\"b\\\"\"", count: 60)) + "\r\n", "--frontier--")
        ),
        form("padding behind boundaries", multipart, around("--frontier", " ", "")),
    ]

    private static func mailgun(_ name: String, _ start: String, _ unit: String, _ end: String) -> HostileDelivery {
        HostileDelivery(name, .mailgun, type: multipart, around(start, unit, end + "\r\n--frontier--\r\n"))
    }

    private static func sendgrid(_ name: String, _ start: String, _ unit: String, _ end: String) -> HostileDelivery {
        HostileDelivery(name, .sendgrid, type: multipart, around(start, unit, end + "\r\n--frontier--\r\n"))
    }

    private static func postmark(_ name: String, _ start: String, _ unit: String, _ end: String) -> HostileDelivery {
        HostileDelivery(name, .postmark(user: "u"), around(#"{"From":"a@b.example","# + start, unit, end + "}"))
    }

    private static let rawMail = part("body-mime") + "From: a@b.example\r\nReceived: x\r\n"
    private static let listedFields = part("body-plain") + "t\r\n" + part("message-headers")

    static let mails: [HostileDelivery] = [
        mailgun("long body", rawMail + "\r\n", "Where is my order?\r\n", ""),
        mailgun("many fields", rawMail, "A#: b\r\n", "\r\n"),
        mailgun("one long field", rawMail + "Subject:", " word", "\r\n\r\n"),
        mailgun("many verdicts", part("body-mime"), "X-Mailgun-Spf: Pass\r\n", "Received: x\r\n\r\n"),
        mailgun("many signatures", rawMail, "DKIM-Signature: d=a.example\r\n", "\r\n"),
        mailgun("tags of a signature", rawMail + "DKIM-Signature: a=b", "; a=b", "\r\n\r\n"),
        mailgun("a listed field of accents", listedFields + #"[["Subject","a"#, "\u{301}\u{316}", #""]]"#),
        mailgun(
            "a name of accents",
            part("body-plain") + "t\r\n" + part("a") + "b\r\n--frontier\r\nContent-Disposition: form-data; name=\"",
            "\u{301}\u{316}",
            "\"\r\n\r\nb"
        ),
        mailgun("many listed fields", listedFields + "[", #"["A#","b"],"#, "0]"),
        mailgun("a long listed field", listedFields + #"[["Subject",""#, "word ", #""]]"#),
        mailgun("a long listed word", listedFields + #"[["Subject",""#, "ä", #""]]"#),
        mailgun("many files", part("body-plain") + "t\r\n", part("a#", "; filename=\"b\"") + "c\r\n", "--frontier"),
        mailgun("one large file", part("body-plain") + "t\r\n" + part("a", "; filename=\"b\""), "x", ""),
        mailgun(
            "a map of identifiers",
            part("body-plain") + "t\r\n" + part("content-id-map") + "{",
            #""<#>":"a#","#,
            #""":0}"#
        ),
        sendgrid("long header", part("text") + "t\r\n" + part("headers"), "A#: b\r\n", ""),
        sendgrid("one folded field", part("text") + "t\r\n" + part("headers") + "A: b\r\n", " b\r\n", ""),
        sendgrid("many verdicts", part("text") + "t\r\n" + part("dkim") + "{", "@a#.example : pass, ", "}"),
        sendgrid("many recipients", part("text") + "t\r\n" + part("envelope") + #"{"to":["#, #""a@b.example","#, "0]}"),
        postmark("many files", #""Attachments":["#, #"{"Name":"a","Content":"QQ=="},"#, "0]"),
        postmark("one large file", #""Attachments":[{"Name":"a","Content":""#, "QUFB", #""}]"#),
        postmark("a file that is no base64", #""Attachments":[{"Name":"a","Content":""#, "=", #""}]"#),
        postmark("many fields", #""Headers":["#, ##"{"Name":"A#","Value":"b"},"##, "0]"),
        postmark("a name of accents", #""ToFull":[{"Email":"a@b.example","Name":"a"#, "\u{301}\u{316}", #""}]"#),
        postmark("many recipients", #""ToFull":["#, #"{"Email":"a@b.example","Name":"\"\\"},"#, "0]"),
        postmark("a large text", #""TextBody":""#, "word ", #"""#),
        HostileDelivery(
            "many files",
            .twilio(TwilioChannel(account: "A", sender: "+1")),
            type: urlencoded,
            around("From=a&MessageSid=b&NumMedia=9999999", "&MediaUrl#=https%3A%2F%2Fa.example", "")
        ),
        HostileDelivery(
            "a long text",
            .twilio(TwilioChannel(account: "A", sender: "+1")),
            type: urlencoded,
            around("From=a&MessageSid=b&Body=", "%F0%9F%98%80+", "")
        ),
    ]
}
