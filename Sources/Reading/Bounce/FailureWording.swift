/// What servers' words for a failure mean, as subject and detail of a status code (RFC 3463 §3, RFC 7372, RFC 7505).
enum FailureWording {
    /// The meaning of the words that tell most, of those in a text, and where they stand.
    static func first(in text: ArraySlice<UInt8>) -> (detail: String, range: Range<Int>)? {
        set.best(in: text).map { (details[$0.index], $0.range) }
    }

    /// A status code from a reply code alone, where RFC 5321 §4.2.3 says enough of it.
    static func status(ofReply code: Int) -> String {
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
