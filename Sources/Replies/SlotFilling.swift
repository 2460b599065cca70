import Model

/// A draft's text with what people filled in, and what is still missing.
struct SlotFilling {
    private(set) var text: String
    private(set) var refusals: [Refusal] = []

    init(_ body: DraftBody) {
        let slots = Dictionary(body.slots.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var open: [String] = []
        var stray: [String] = []
        var lines: [String] = []
        for line in body.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let filled = Self.fill(line, slots: slots, language: body.language)
            open += filled.open
            stray += filled.stray
            // An optional slot that nobody filled takes its line with it.
            if !filled.isLeftOut { lines.append(filled.text) }
        }
        text = Paragraphs.tidy(lines.joined(separator: "\n"))
        refusals = Self.refusals(open: open, stray: stray) + Self.choiceRefusals(body)
    }

    private struct Line {
        var text = ""
        var open: [String] = []
        var stray: [String] = []
        var isLeftOut = false
    }

    private static func fill(_ line: Substring, slots: [String: Slot], language: String) -> Line {
        let source = String(line)
        var result = Line()
        var position = source.startIndex
        for mark in SlotMark.all(in: source) {
            result.text += source[position..<mark.range.lowerBound]
            position = mark.range.upperBound
            guard let slot = slots[mark.name] else {
                result.text += SlotMark.text(mark.name)
                result.stray.append(SlotMark.text(mark.name))
                continue
            }
            if let value = value(of: slot, language: language) {
                result.text += value
            } else if slot.isRequired {
                // Stays visible in what people look at; with the refusal beside it, it cannot be sent.
                result.text += SlotMark.text(mark.name)
                result.open.append(slot.label)
            } else {
                result.isLeftOut = true
            }
        }
        result.text += source[position...]
        if hasPlaceholder(source) { result.stray.append("{{") }
        return result
    }

    /// nil for an open slot. A person's words go in as words, not as Markdown.
    private static func value(of slot: Slot, language: String) -> String? {
        let words = MarkdownText.singleLine(slot.value ?? "")
        guard !words.isEmpty else { return nil }
        guard slot.kind == .date, let day = WrittenDate.day(iso: words, language: language) else {
            return MarkdownText.escaped(words)
        }
        return day
    }

    /// Two braces that no backslash escapes.
    private static func hasPlaceholder(_ line: String) -> Bool {
        var previous: UInt8 = 0
        var isEscaped = false
        for byte in line.utf8 {
            if byte == UInt8(ascii: "{"), previous == byte, !isEscaped { return true }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            previous = isEscaped ? 0 : byte
        }
        return false
    }

    private static func refusals(open: [String], stray: [String]) -> [Refusal] {
        var refusals: [Refusal] = []
        if !open.isEmpty { refusals.append(.openSlots(unique(open))) }
        if !stray.isEmpty {
            let marks = unique(stray).joined(separator: ", ")
            refusals.append(.notSendable("The text still holds \(marks): fill it in or take it out."))
        }
        return refusals
    }

    private static func choiceRefusals(_ body: DraftBody) -> [Refusal] {
        body.slots.compactMap { slot in
            guard case .choice(let choices) = slot.kind, let value = slot.value, !value.isEmpty,
                !choices.contains(value)
            else { return nil }
            return .notSendable("\(slot.label): “\(value)” is none of \(choices.joined(separator: ", ")).")
        }
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
