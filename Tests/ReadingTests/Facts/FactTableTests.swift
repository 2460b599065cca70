import Model
import Testing

@testable import Reading

struct FactTableTests {
    private func facts(_ message: AnnotatedMessage) -> [Fact] {
        FactFinder.facts(
            in: message.text,
            language: message.language,
            date: AnnotatedMessage.date,
            timeZone: AnnotatedMessage.zone
        )
    }

    /// A find is right where place and value are.
    private func tally(_ found: [Fact], _ marks: [AnnotatedMessage.Mark]) -> Tally {
        let right = found.filter { fact in
            marks.contains { $0.range == fact.span.start..<fact.span.end && $0.value == fact.value }
        }
        return Tally(right: right.count, wrong: found.count - right.count, missing: marks.count - right.count)
    }

    @Test("facts are found in messages of four languages", arguments: Fact.Kind.allCases)
    func table(kind: Fact.Kind) {
        for language in ["en", "de", "fr", "es"] {
            var total = Tally()
            for message in MessageTable.all where message.language == language {
                let found = facts(message).filter { $0.kind == kind }
                let tally = tally(found, message.marks(ofKind: kind.rawValue))
                if tally.wrong + tally.missing > 0 {
                    print("-", kind, tally, found.map { "\($0.span.text)=\($0.value)" }, "in", message.text)
                }
                total = total + tally
            }
            print("facts \(language) \(kind.rawValue): \(total)")
            #expect(total.precision >= 0.9 && total.recall >= 0.9, "\(language) \(kind): \(total)")
        }
    }

    @Test("spans are exact parts of the text")
    func spans() {
        for message in MessageTable.all {
            let scalars = Array(message.text.unicodeScalars)
            for span in facts(message).map(\.span) {
                #expect(String(String.UnicodeScalarView(scalars[span.start..<span.end])) == span.text)
            }
        }
    }
}
