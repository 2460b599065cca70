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
            "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 50_000)
        case .longHeader: "To: " + String(repeating: "Jane <jane@example.org>,\n ", count: 200_000) + "\n\nx"
        case .longSubject: "Subject: " + String(repeating: "=?utf-8?q?x?= ", count: 350_000) + "\n\nx"
        case .manyFields: String(repeating: "X-A: b\n", count: 200_000) + "\nx"
        case .nestedTags: html(String(repeating: "<div><b><blockquote>", count: 50_000) + "x")
        case .unclosedTags: html(String(repeating: "<a href='x'><p ", count: 100_000))
        case .unclosedQuotes: html(String(repeating: "<a b=\"<!--<script>", count: 100_000))
        case .nestedQuotes:
            "Content-Type: text/plain; format=flowed\n\n" + String(repeating: ">", count: 500_000) + " x \n"
        case .manyEntities: html(String(repeating: "&amp;&#x41;&", count: 200_000))
        case .nestedComments: "Content-Type: text/plain" + String(repeating: "(", count: 500_000) + "\n\nx"
        case .manyParameters: "Content-Type: text/plain" + String(repeating: "; name*1*=x", count: 100_000) + "\n\nx"
        case .blankLines: "Subject: x\n" + String(repeating: " \n", count: 500_000) + "\nx"
        }
    }

    private func html(_ body: String) -> String {
        "Content-Type: text/html\n\n" + body
    }
}
