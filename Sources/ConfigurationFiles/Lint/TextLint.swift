package import Foundation
import Model
package import Reading
package import Replies

/// What the charter says of any text, alone or as the answer to a message.
package struct TextLint: Sendable {
    private let charter: Charter
    private let reader: MessageReader

    package init(charter: CharterLexicons, reader: MessageReader) {
        self.charter = Charter(charter)
        self.reader = reader
    }

    /// - Parameters:
    ///   - file: how the text is called in the findings.
    ///   - message: what it answers; nil where nothing is known of it.
    ///   - language: an ISO 639 code; nil to tell it from the text.
    ///   - time: of the message, where it has none of its own.
    package func findings(
        in text: String,
        file: String,
        answering message: MessageToRead?,
        language: String?,
        time: Date
    ) -> [LintFinding] {
        let language = language ?? LanguageDetector.language(of: text, default: "en")
        let reading = message.map { message in
            // A message too short to tell its language is taken to be in the reply's.
            let context = AutomaticMailContext(ourAddresses: [])
            return reader.read(message, languages: [language], takenAt: time, context: context)
        }
        let reply = ReplyToCheck(
            text: text,
            language: language,
            message: reading,
            attachments: message?.content.attachments.count ?? 0,
            customerName: message?.content.from?.name,
            matters: reading?.matters ?? []
        )
        let lines = LineNumbers(text)
        return charter.report(reply).findings.map { finding in
            LintFinding(finding, file: file, line: lines.line(at: finding.span.start))
        }
    }
}

/// Lines of a text by offsets in Unicode scalars.
private struct LineNumbers {
    private let starts: [Int]

    init(_ text: String) {
        starts = [0] + text.unicodeScalars.enumerated().lazy.filter { $0.element == "\n" }.map { $0.offset + 1 }
    }

    /// From 1.
    func line(at offset: Int) -> Int {
        starts.lastIndex { $0 <= offset }.map { $0 + 1 } ?? 1
    }
}
