import Model

/// Puts the values of a draft's slots into pieces of its text, and keeps account of what is missing.
struct SlotFiller {
    /// The labels of required slots that stand open, as often as they do.
    private(set) var open: [String] = []
    /// Marks that stand for nothing.
    private(set) var stray: [String] = []
    /// Of a name that stands there twice the first is meant.
    private let slots: [Slot]
    private let language: String
    /// By the index of their slots, those that were asked for.
    private var values: [Int: SlotValue] = [:]

    init(_ body: DraftBody, agent: String?) {
        slots = [Slot(name: SlotName.agent, label: "Who signs", value: agent)] + body.slots
        language = body.language
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
    mutating func fault(in name: String) -> String? {
        guard case .refused(let why, _)? = value(of: name)?.value else { return nil }
        return why
    }

    private mutating func value(of name: String) -> (slot: Slot, value: SlotValue)? {
        guard let index = slots.firstIndex(where: { $0.name == name }) else { return nil }
        let value = values[index] ?? SlotValue(slots[index], language: language)
        values[index] = value
        return (slots[index], value)
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
        guard let (slot, value) = value(of: name) else {
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
