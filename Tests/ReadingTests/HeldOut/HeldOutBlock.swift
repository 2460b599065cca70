import Foundation
import Model

/// The lines of one message, its heading first.
struct HeldOutBlock {
    private let heading: HeldOutLine
    private let marks: [HeldOutMark]
    private let text: String

    init(_ lines: ArraySlice<HeldOutLine>) throws(HeldOutError) {
        heading = lines[lines.startIndex]
        guard let split = lines.firstIndex(where: { $0.text == "text:" }) else { throw heading.error("no 'text:'") }
        var marks: [HeldOutMark] = []
        for line in lines[..<split].dropFirst() { marks.append(try HeldOutMark(line)) }
        self.marks = marks
        text = lines[(split + 1)...].map(\.text).joined(separator: "\n").trimmingCharacters(in: .newlines)
        if text.isEmpty { throw heading.error("an empty text") }
    }

    func message(on day: HeldOutDay) throws(HeldOutError) -> HeldOutMessage {
        var message = HeldOutMessage(
            id: String(heading.text.dropFirst("== ".count)),
            received: day.received,
            zone: day.zone,
            text: text,
            intents: try single("intents").intents(),
            sentiment: try single("sentiment").number(in: -2...2),
            urgency: try single("urgency").number(in: 0...3),
            flags: [],
            asks: [],
            circumstances: [],
            facts: []
        )
        for mark in marks { try add(mark, to: &message) }
        return message
    }

    private func single(_ name: String) throws(HeldOutError) -> HeldOutMark {
        let found = marks.filter { $0.name == name }
        guard let mark = found.first, found.count == 1 else { throw heading.error("'\(name)' must stand once") }
        return mark
    }

    private func add(_ mark: HeldOutMark, to message: inout HeldOutMessage) throws(HeldOutError) {
        switch mark.name {
        case "intents", "sentiment", "urgency": break
        case "flags": message.flags.formUnion(try mark.flags())
        case "circumstance": message.circumstances.append(try circumstance(mark))
        case "fact": message.facts.append(try fact(mark))
        default: message.asks.append(try ask(mark))
        }
    }

    private func ask(_ mark: HeldOutMark) throws(HeldOutError) -> HeldOutMessage.ExpectedAsk {
        let kinds =
            mark.name == "question or request" ? [.question, .request] : Ask.Kind(rawValue: mark.name).map { [$0] }
        guard let kinds else { throw mark.line.error("unknown line '\(mark.name)'") }
        return .init(kinds: Set(kinds), span: try span(mark.value, of: mark), isOptional: mark.isOptional)
    }

    private func circumstance(_ mark: HeldOutMark) throws(HeldOutError) -> HeldOutMessage.ExpectedCircumstance {
        let named = mark.kind.components(separatedBy: " or ")
        let kinds = named.compactMap(NamedCircumstance.Kind.init(rawValue:))
        guard kinds.count == named.count else { throw mark.unknownKind }
        return .init(kinds: Set(kinds), span: try span(mark.value, of: mark), isOptional: mark.isOptional)
    }

    private func fact(_ mark: HeldOutMark) throws(HeldOutError) -> HeldOutMessage.ExpectedFact {
        guard let kind = Fact.Kind(rawValue: mark.kind) else { throw mark.unknownKind }
        let parts = mark.value.components(separatedBy: " = ")
        guard let value = parts.first, let words = parts.last, parts.count <= 2 else {
            throw mark.line.error("more than one ' = '")
        }
        return .init(kind: kind, value: value, span: try span(words, of: mark), isOptional: mark.isOptional)
    }

    private func span(_ words: String, of mark: HeldOutMark) throws(HeldOutError) -> TextSpan {
        let words = words.replacing("\\n", with: "\n")
        guard let range = text.range(of: words, options: .literal) else {
            throw mark.line.error("not a part of the text: \(words)")
        }
        let scalars = text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
        return TextSpan(text: words, start: start, end: start + words.unicodeScalars.count)
    }
}
