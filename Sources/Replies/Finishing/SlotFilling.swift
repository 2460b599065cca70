import Model

/// A draft's text with what people filled in, and what is still missing.
struct SlotFilling {
    private(set) var text = ""
    /// The labels of required slots that stand open in the text, as often as they do.
    private(set) var open: [String] = []
    /// What else keeps it from being sent.
    private(set) var refusals: [Refusal] = []

    private let values: [String: (slot: Slot, value: SlotValue)]
    private var stray: [String] = []

    /// - Parameter agent: who releases it; nil where that is not known yet.
    init(_ body: DraftBody, agent: String?) {
        let agent = Slot(name: SlotName.agent, label: "Who signs", value: agent)
        values = Dictionary(
            ([agent] + body.slots).map { ($0.name, ($0, SlotValue($0, language: body.language))) },
            uniquingKeysWith: { first, _ in first }
        )
        let lines = body.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var filled: [String] = []
        for line in lines {
            if let line = fill(String(line)) { filled.append(line) }
        }
        text = Paragraphs.tidy(filled.joined(separator: "\n"))
        if !stray.isEmpty {
            let marks = Self.unique(stray).joined(separator: ", ")
            refusals.append(.notSendable("The text still holds \(marks): fill it in or take it out."))
        }
        refusals += Self.unique(body.slots.compactMap(refusal))
    }

    /// nil where an optional slot that nobody filled takes its line with it.
    private mutating func fill(_ line: String) -> String? {
        let marks = SlotMark.all(in: line)
        noteStrayMarks(line)
        guard !marks.isEmpty else { return line }
        var result = ""
        var position = line.startIndex
        var isLeftOut = false
        for mark in marks {
            result += line[position..<mark.range.lowerBound]
            position = mark.range.upperBound
            if let words = words(for: mark.name) {
                MarkdownText.append(words, to: &result)
            } else {
                isLeftOut = true
            }
        }
        return isLeftOut ? nil : result + line[position...]
    }

    /// What stays open stays visible in what people look at; with the refusal beside it, it cannot be sent.
    private mutating func words(for name: String) -> String? {
        guard let (slot, value) = values[name] else {
            stray.append(SlotMark.text(name))
            return SlotMark.text(name)
        }
        switch value {
        case .words(let words): return words
        case .refused(_, let shown): return shown
        case .open where !slot.isRequired: return nil
        case .open:
            open.append(slot.label)
            return SlotMark.text(name)
        }
    }

    private mutating func noteStrayMarks(_ line: String) {
        guard line.utf8.contains(UInt8(ascii: "{")) else { return }
        if BraceMarks.hasPlaceholder(line) { stray.append("{{") }
        stray += AddressMark.all(in: line[...]).map { String(line[$0.range]) }
    }

    private func refusal(of slot: Slot) -> Refusal? {
        guard case .refused(let why, _)? = values[slot.name]?.value else { return nil }
        return .notSendable(why)
    }

    private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}

/// Braces that Mustache would read.
enum BraceMarks {
    /// Two that open in a row, without a backslash before them.
    static func hasPlaceholder(_ line: String) -> Bool {
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
