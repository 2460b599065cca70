import Foundation
import Model

/// What everybody may rely on in a reading, whatever the message was.
struct ReadingPromises {
    private let reading: Model.Reading
    private let newText: [UnicodeScalar]
    /// What intents' evidence points into.
    private let told: [UnicodeScalar]

    init(_ reading: Model.Reading) {
        self.reading = reading
        newText = Array(reading.newText.unicodeScalars)
        told = reading.newText.isEmpty ? Array(reading.passedOn.unicodeScalars) : newText
    }

    func check() {
        checkText()
        checkIntents()
        checkSituation()
        checkSignals()
        checkCoding()
    }

    private func checkText() {
        demand(!reading.language.isEmpty, "no language")
        demand(reading.newText.isEmpty || reading.passedOn.isEmpty, "both own words and passed-on ones are told by")
        demand(!newText.contains("\0") && !newText.contains("\r"), "NUL or CR in the new text")
        demand(reading.answers.isEmpty || reading.shape == .interleaved, "answers in a \(reading.shape)")
        checkOrder(reading.answers.map(\.answer), "answer")
        if let first = newText.first, let last = newText.last {
            demand(first != "\n" && last != "\n", "the new text begins or ends with a blank line")
        }
    }

    private func checkIntents() {
        for intent in reading.intents {
            let sum = intent.evidence.reduce(intent.base) { $0 + $1.weight }
            demand(sum == intent.score, "\(intent.intent): \(sum) is not \(intent.score)")
            demand((0...1).contains(intent.confidence), "\(intent.intent): confidence \(intent.confidence)")
            for evidence in intent.evidence {
                let isInside = 0 <= evidence.start && evidence.start <= evidence.end && evidence.end <= told.count
                demand(isInside, "\(evidence.keyword) at \(evidence.start) to \(evidence.end) of \(told.count)")
                demand(evidence.weight.isFinite && evidence.weight != 0, "\(evidence.keyword) weighs nothing")
            }
        }
        let ids = reading.intents.map(\.intent)
        demand(Set(ids).count == ids.count, "an intent is listed twice")
        demand(Set(reading.matters).isSubset(of: ids), "a matter is no intent: \(reading.matters)")
        demand(Set(reading.matters).count == reading.matters.count, "a matter is listed twice")
        demand(reading.abstained == reading.matters.isEmpty, "abstained, with matters \(reading.matters)")
        demand(reading.intents.reduce(0) { $0 + $1.confidence } < 1 + 1e-9, "confidences add up to more than 1")
    }

    private func checkSituation() {
        checkOrder(reading.asks.filter { $0.kind != .deadline }.map(\.span), "ask")
        checkOrder(reading.asks.filter { $0.kind == .deadline }.map(\.span), "deadline")
        for circumstance in reading.circumstances { check(circumstance.span, "circumstance") }
        let starts = reading.circumstances.map(\.span.start)
        demand(starts == starts.sorted(), "circumstances are out of order")
        checkOrder(reading.facts.map(\.span), "fact")
        demand(reading.facts.allSatisfy { !$0.value.isEmpty }, "a fact without a value")
    }

    private func checkSignals() {
        let signals = reading.signals
        demand((-2...2).contains(signals.sentiment), "sentiment \(signals.sentiment)")
        demand((0...3).contains(signals.urgency), "urgency \(signals.urgency)")
        demand((0...3).contains(signals.effort), "effort \(signals.effort)")
        demand(signals.evidence.allSatisfy { $0.weight.isFinite }, "a signal without weight")
        for evidence in signals.evidence { check(evidence.span, "signal") }
    }

    private func checkCoding() {
        guard let data = try? JSONEncoder().encode(reading),
            let decoded = try? JSONDecoder().decode(Model.Reading.self, from: data)
        else { fatalError("a reading that cannot be kept") }
        demand(decoded == reading, "a reading that changes when it is kept")
    }

    /// In the order of the text, none within another.
    private func checkOrder(_ spans: [TextSpan], _ what: String) {
        for span in spans { check(span, what) }
        let areApart = zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
        demand(areApart, "\(what)s out of order: \(spans)")
    }

    private func check(_ span: TextSpan, _ what: String) {
        let isInside = 0 <= span.start && span.start < span.end && span.end <= newText.count
        demand(isInside, "\(what) at \(span.start) to \(span.end) of \(newText.count)")
        let isExact = span.text.unicodeScalars.elementsEqual(newText[span.start..<span.end])
        demand(isExact, "\(what) “\(span.text)” is not what stands at \(span.start)")
    }
}
