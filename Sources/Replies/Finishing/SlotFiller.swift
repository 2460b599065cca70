import Model

/// Puts the values of a draft's slots into pieces of its text, and keeps account of what is missing.
struct SlotFiller {
    /// The labels of required slots that stand open, as often as they do.
    private(set) var open: [String] = []
    /// Marks that stand for nothing.
    private(set) var stray: [String] = []
    private let values: [String: (slot: Slot, value: SlotValue)]

    init(_ body: DraftBody, agent: String?) {
        let agent = Slot(name: SlotName.agent, label: "Who signs", value: agent)
        values = Dictionary(
            ([agent] + body.slots).map { ($0.name, ($0, SlotValue($0, language: body.language))) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func fill(_ text: String) -> String {
        guard text.utf8.contains(where: Self.mayMark) || TextLines.hasUnusualEnds(text) else {
            return Paragraphs.tidy(text)
        }
        var filled = ""
        filled.reserveCapacity(text.utf8.count + 64)
        for line in TextLines.of(text) { fill(line, into: &filled) }
        return Paragraphs.tidy(filled)
    }

    /// Whether it may begin a mark: a text without one is as it is.
    private static func mayMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    }

    /// What keeps the value of a slot from being used; nil where nothing does.
    func fault(in name: String) -> String? {
        guard case .refused(let why, _)? = values[name]?.value else { return nil }
        return why
    }

    /// An optional slot that nobody filled takes its line with it.
    private mutating func fill(_ line: Substring, into output: inout String) {
        if line.utf8.contains(UInt8(ascii: "{")) { noteStrayMarks(line) }
        guard line.utf8.contains(UInt8(ascii: "[")) else {
            output += line
            output += "\n"
            return
        }
        let text = String(line)
        var result = ""
        var position = text.startIndex
        var isLeftOut = false
        for mark in SlotMark.all(in: text) {
            result += text[position..<mark.range.lowerBound]
            position = mark.range.upperBound
            if let words = words(for: mark.name) {
                MarkdownText.append(words, to: &result)
            } else {
                isLeftOut = true
            }
        }
        if !isLeftOut { output += result + text[position...] + "\n" }
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

    private mutating func noteStrayMarks(_ line: Substring) {
        if BraceMarks.hasPlaceholder(line) { stray.append("{{") }
        stray += AddressMark.all(in: line).map { String(line[$0.range]) }
    }
}
