import Foundation
import Scoring

/// Labelled messages to learn from and to measure on, and where they come from.
struct LabelledMessages {
    let source: String
    let examples: [LabelledExample]

    /// 10,000 messages: those of banking77 where there are any, else letters of our own.
    static func toLearnFrom() -> LabelledMessages {
        if let banking = LabelledMessages(collection: "banking77", split: "train") {
            return LabelledMessages(source: banking.source, examples: Array(banking.examples.prefix(10_000)))
        }
        return LabelledMessages(source: "generated messages", examples: GeneratedRequests.make(count: 10_000, seed: 1))
    }

    private init(source: String, examples: [LabelledExample]) {
        self.source = source
        self.examples = examples
    }

    /// A split of a collection, `label<TAB>text` a line; nil where it is not on this machine.
    init?(collection: String, split: String) {
        guard let folder = SharedFolder.path,
            let text = try? String(contentsOfFile: "\(folder)/data/\(collection)/\(split).tsv", encoding: .utf8)
        else { return nil }
        source = "\(collection), \(split)"
        examples = text.split(whereSeparator: \.isNewline).compactMap { line in
            let columns = line.split(separator: "\t", maxSplits: 1)
            guard columns.count == 2 else { return nil }
            return LabelledExample(label: String(columns[0]), text: String(columns[1]), language: "en")
        }
    }
}
