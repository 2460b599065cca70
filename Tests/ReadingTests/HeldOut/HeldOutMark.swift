/// One line between the heading of a message and its text: `name: value`, `name? kind: value`.
struct HeldOutMark {
    let line: HeldOutLine
    let name: String
    /// What stands behind `circumstance` and `fact`; empty for other lines.
    let kind: String
    let value: String
    let isOptional: Bool

    init(_ line: HeldOutLine) throws(HeldOutError) {
        guard let colon = line.text.firstRange(of: ": "), colon.upperBound < line.text.endIndex else {
            throw line.error("not 'name: value'")
        }
        let key = line.text[..<colon.lowerBound]
        let words = key.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let hasKind = words.count == 2 && ["circumstance", "circumstance?", "fact", "fact?"].contains(words[0])
        let marked = hasKind ? words[0] : key
        self.line = line
        kind = hasKind ? String(words[1]) : ""
        isOptional = marked.hasSuffix("?")
        name = String(isOptional ? marked.dropLast() : marked)
        value = String(line.text[colon.upperBound...])
    }

    var unknownKind: HeldOutError { line.error("unknown kind '\(kind)'") }

    func intents() throws(HeldOutError) -> [String] {
        let ids = value.split(separator: " ").map(String.init)
        for id in ids where !HeldOutMessages.intents.contains(id) { throw line.error("unknown intent '\(id)'") }
        return ids
    }

    func number(in range: ClosedRange<Int>) throws(HeldOutError) -> Int {
        guard let number = Int(value), range.contains(number) else { throw line.error("not in \(range): \(value)") }
        return number
    }

    func flags() throws(HeldOutError) -> [HeldOutMessage.Flag] {
        var flags: [HeldOutMessage.Flag] = []
        for word in value.split(separator: " ") {
            guard let flag = HeldOutMessage.Flag(rawValue: String(word)) else {
                throw line.error("unknown flag '\(word)'")
            }
            flags.append(flag)
        }
        return flags
    }
}
