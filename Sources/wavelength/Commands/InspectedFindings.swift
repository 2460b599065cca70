import Model

// Asks, circumstances and facts as `inspect` gives them: each `text` is an exact part of `newText`, from `start` to `end`
// in Unicode scalars.

struct InspectedAsk: Encodable {
    var text: String
    var kind: Ask.Kind
    var start: Int
    var end: Int

    init(_ ask: Ask) {
        (text, start, end) = (ask.span.text, ask.span.start, ask.span.end)
        kind = ask.kind
    }
}

struct InspectedCircumstance: Encodable {
    var text: String
    var kind: NamedCircumstance.Kind
    var start: Int
    var end: Int

    init(_ circumstance: NamedCircumstance) {
        (text, start, end) = (circumstance.span.text, circumstance.span.start, circumstance.span.end)
        kind = circumstance.kind
    }
}

struct InspectedFact: Encodable {
    var kind: Fact.Kind
    var text: String
    var value: String
    var start: Int
    var end: Int

    init(_ fact: Fact) {
        (text, start, end) = (fact.span.text, fact.span.start, fact.span.end)
        kind = fact.kind
        value = fact.value
    }
}
