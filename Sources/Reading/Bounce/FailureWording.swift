/// What servers' words for a failure mean, as subject and detail of a status code (RFC 3463 §3, RFC 7372, RFC 7505).
enum FailureWording {
    /// The meaning of the words that tell most, of those in a text, and where they stand.
    static func first(in text: ArraySlice<UInt8>) -> (detail: String, range: Range<Int>)? {
        set.best(in: text).map { (details[$0.index], $0.range) }
    }

    /// A status code from what a server says without one: by its words, which tell more, else by its reply code.
    /// - Parameter isPermanent: whether the mail has failed for good, where no reply code says so.
    static func status(of text: ArraySlice<UInt8>, isPermanent: Bool) -> String? {
        let reply = StatusCode.reply(in: text)
        let kind = reply.map { $0.code / 100 } ?? (isPermanent ? 5 : 4)
        if let reply, first(in: text[reply.end...]) == nil {
            let code = status(ofReply: reply.code)
            if !code.hasSuffix(".0.0") { return code }
        }
        return meaning(of: text).map { "\(kind).\($0)" } ?? reply.map { status(ofReply: $0.code) }
    }

    /// Subject and detail by words alone, those behind a reply code first.
    static func meaning(of text: ArraySlice<UInt8>) -> String? {
        let behind = StatusCode.reply(in: text).flatMap { first(in: text[$0.end...]) }
        return (behind ?? first(in: text))?.detail
    }

    /// A status code from a reply code alone, where RFC 5321 §4.2.3 says enough of it.
    private static func status(ofReply code: Int) -> String {
        switch code {
        case 421: "4.3.2"
        case 450: "4.2.0"
        case 451: "4.3.0"
        case 452: "4.3.1"
        case 454, 432: "4.7.0"
        case 500: "5.5.2"
        case 501: "5.5.4"
        case 502, 503: "5.5.1"
        case 521, 556: "5.3.2"
        case 523, 552: "5.3.4"
        case 525: "5.7.13"
        case 530, 535: "5.7.0"
        case 551: "5.1.6"
        case 553: "5.1.3"
        case 571: "5.7.1"
        default: "\(code / 100).0.0"
        }
    }

    private static let details = table.flatMap { row in row.words.map { _ in row.detail } }
    private static let set = PhraseSet(table.flatMap(\.words))

    /// The surer meaning stands first: a text that names several is about the first.
    private static let table: [(detail: String, words: [String])] = FailureTable.rows
}
