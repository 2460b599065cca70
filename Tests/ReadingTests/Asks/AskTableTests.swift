import Model
import Testing

@testable import Reading

struct AskTableTests {
    private static let kinds: [(name: String, kind: Ask.Kind)] = [("q", .question), ("r", .request), ("d", .deadline)]

    private func asks(_ message: AnnotatedMessage) throws -> [Ask] {
        let (date, zone) = (AnnotatedMessage.date, AnnotatedMessage.zone)
        let facts = FactFinder.facts(in: message.text, language: message.language, date: date, timeZone: zone)
        let finder = try ShippedCues.finder.get()
        return finder.asks(in: message.text, language: message.language, facts: facts, date: date, timeZone: zone)
    }

    /// A find is right where it and the mark share more than half of the shorter one.
    private func tally(_ found: [Ask], _ marks: [AnnotatedMessage.Mark]) -> Tally {
        var left = marks
        var tally = Tally()
        for ask in found {
            let span = ask.span.start..<ask.span.end
            let match = left.firstIndex { mark in
                let shared = span.clamped(to: mark.range).count
                return 2 * shared > min(span.count, mark.range.count)
            }
            if let match { left.remove(at: match) }
            tally = tally + Tally(right: match == nil ? 0 : 1, wrong: match == nil ? 1 : 0)
        }
        return tally + Tally(missing: left.count)
    }

    @Test("asks are found in messages of four languages", arguments: ["en", "de", "fr", "es"])
    func table(language: String) throws {
        for (name, kind) in Self.kinds {
            var total = Tally()
            for message in MessageTable.all where message.language == language {
                let found = try asks(message).filter { $0.kind == kind }
                let tally = tally(found, message.marks(ofKind: name))
                if tally.wrong + tally.missing > 0 {
                    print("-", name, tally, found.map(\.span.text), "in", message.text)
                }
                total = total + tally
            }
            print("asks \(language) \(kind): \(total)")
            #expect(total.precision >= 0.9 && total.recall >= 0.9, "\(language) \(kind): \(total)")
        }
    }

    @Test("spans are exact parts of the text")
    func spans() throws {
        for message in MessageTable.all {
            let scalars = Array(message.text.unicodeScalars)
            for span in try asks(message).map(\.span) {
                #expect(String(String.UnicodeScalarView(scalars[span.start..<span.end])) == span.text)
            }
        }
    }
}
