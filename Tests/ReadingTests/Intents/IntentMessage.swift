import Foundation

/// A message with what it is about, as a person says.
struct IntentMessage {
    let language: String
    /// More than one where the message brings several matters.
    let intents: [String]
    let text: String

    static let languages = ["en", "de", "fr", "es"]

    /// The messages of one language, each about one matter: intent, tab, text.
    static func table(_ language: String) throws -> [IntentMessage] {
        try rows(language).map { IntentMessage(language: language, intents: [$0[0]], text: try text(of: $0, at: 1)) }
    }

    /// Messages about two matters: language, tab, intents joined by `+`, tab, text.
    static func several() throws -> [IntentMessage] {
        try rows("several").map {
            let intents = $0.count == 3 ? $0[1].split(separator: "+").map(String.init) : []
            return IntentMessage(language: $0[0], intents: intents, text: try text(of: $0, at: 2))
        }
    }

    /// Messages that have nothing to do with a shop: language, tab, text.
    static func unrelated() throws -> [IntentMessage] {
        try rows("unrelated").map { IntentMessage(language: $0[0], intents: [], text: try text(of: $0, at: 1)) }
    }

    private static func rows(_ name: String) throws -> [[String]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "\(name).tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return lines.map { $0.split(separator: "\t").map(String.init) }
    }

    private static func text(of row: [String], at place: Int) throws -> String {
        guard row.count == place + 1 else { throw TableFault(line: row.joined(separator: "\t")) }
        return row[place]
    }
}
