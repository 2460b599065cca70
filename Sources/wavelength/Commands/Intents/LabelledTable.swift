import Foundation
import Reading
import Scoring

/// A file of labelled texts, `label<TAB>text` a line, UTF-8.
struct LabelledTable {
    private(set) var rows: [(label: String, text: String)] = []

    /// - Throws: a sentence with the line that is not of this form.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("\(path) cannot be read.")
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw CommandFailure("\(path) is not UTF-8.") }
        // By octets: to Swift, CR LF is one character.
        for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = line.last == 0x0D ? line.dropLast() : line
            guard !line.isEmpty else { continue }
            guard let tab = line.firstIndex(of: 0x09) else {
                throw CommandFailure("\(path):\(index + 1): each line is a label, a tab, and a text.")
            }
            rows.append((String(Substring(line[..<tab])), String(Substring(line[line.index(after: tab)...]))))
        }
        guard !rows.isEmpty else { throw CommandFailure("\(path) holds no line.") }
    }

    /// The language of most of the text.
    var language: String {
        let sample = rows.prefix(2_000).map(\.text).joined(separator: "\n")
        return LanguageDetector.language(of: sample, default: "en")
    }

    func examples(language: String) -> [LabelledExample] {
        rows.map { LabelledExample(label: $0.label, text: $0.text, language: language) }
    }
}
