import Model

/// A draft's text with what people filled in, and what is still missing.
struct SlotFilling {
    private(set) var text = ""
    /// The labels of required slots that stand open in the text, as often as they do.
    private(set) var open: [String] = []
    /// What else keeps it from being sent.
    private(set) var refusals: [Refusal] = []

    /// - Parameter agent: who releases it; nil where that is not known yet.
    init(_ body: DraftBody, agent: String?) {
        var filler = SlotFiller(body, agent: agent)
        text = filler.fill(body.text)
        open = filler.open
        if !filler.stray.isEmpty {
            let marks = Self.unique(filler.stray).joined(separator: ", ")
            refusals.append(.notSendable("The text still holds \(marks): fill it in or take it out."))
        }
        refusals += Self.unique(body.slots.compactMap { filler.fault(in: $0.name).map { .notSendable($0) } })
    }

    private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}

/// Braces that Mustache would read.
enum BraceMarks {
    /// Two that open in a row, without a backslash before them.
    static func hasPlaceholder(_ line: Substring) -> Bool {
        var previous: UInt8 = 0
        var isEscaped = false
        for byte in line.utf8 {
            if byte == UInt8(ascii: "{"), previous == byte, !isEscaped { return true }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            previous = isEscaped ? 0 : byte
        }
        return false
    }
}
