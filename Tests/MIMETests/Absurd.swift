/// Messages that exhaust something in careless programs.
enum Absurd: CaseIterable, Sendable {
    case nestedMultiparts
    case nestedMessages
    case manyParts
    case longHeader
    case longSubject
    case manyFields
    case nestedTags
    case unclosedTags
    case unclosedQuotes
    case nestedQuotes
    case manyEntities
    case nestedComments
    case manyParameters
    case blankLines

    var octets: [UInt8] {
        Array(text.utf8)
    }

    private var text: String {
        switch self {
        case .nestedMultiparts:
            (0..<10_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        case .nestedMessages: String(repeating: "Content-Type: message/rfc822\n\n", count: 10_000)
        case .manyParts:
            "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 5_000)
        case .longHeader: "X-Long: " + String(repeating: "0123456789\n ", count: 430_000) + "\nTo: a@b\n\nx"
        case .longSubject: "Subject: " + String(repeating: "=?utf-8?q?x?= ", count: 10_000) + "\n\nx"
        case .manyFields: String(repeating: "X-A: b\n", count: 20_000) + "\nx"
        case .nestedTags: html(String(repeating: "<div><b><blockquote>", count: 5_000) + "x")
        case .unclosedTags: html(String(repeating: "<a href='x'><p ", count: 10_000))
        case .unclosedQuotes: html(String(repeating: "<a b=\"<!--<script>", count: 10_000))
        case .nestedQuotes:
            "Content-Type: text/plain; format=flowed\n\n" + String(repeating: ">", count: 50_000) + " x \n"
        case .manyEntities: html(String(repeating: "&amp;&#x41;&", count: 20_000))
        case .nestedComments: "Content-Type: text/plain" + String(repeating: "(", count: 50_000) + "\n\nx"
        case .manyParameters: "Content-Type: text/plain" + String(repeating: "; name*1*=x", count: 10_000) + "\n\nx"
        case .blankLines: "Subject: x\n" + String(repeating: " \n", count: 50_000) + "\nx"
        }
    }

    private func html(_ body: String) -> String {
        "Content-Type: text/html\n\n" + body
    }
}
