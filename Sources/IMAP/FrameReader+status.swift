extension FrameReader {
    /// A code in brackets, if there is one, and the words after it. Where the closing bracket is missing, all is words.
    mutating func statusText() -> StatusText {
        guard next == UInt8(ascii: "["), let end = closingBracket() else { return StatusText(text: rest()) }
        var inner = FrameReader(Frame(text: Array(frame.text[(position + 1)..<end])))
        let code = inner.responseCode()
        jump(to: end + 1)
        return StatusText(code: code, text: rest())
    }

    /// The bracket that closes the one at the present position. One inside a quoted string does not count.
    private func closingBracket() -> Int? {
        var isQuoted = false
        var index = position + 1
        while index < frame.text.count {
            switch frame.text[index] {
            case UInt8(ascii: "\\") where isQuoted: index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "]") where !isQuoted: return index
            default: break
            }
            index += 1
        }
        return frame.text[position...].firstIndex(of: UInt8(ascii: "]"))
    }

    /// What stands between the brackets.
    private mutating func responseCode() -> ResponseCode? {
        let name = atom().uppercased()
        guard !name.isEmpty else { return nil }
        if let condition = ResponseCode.Condition(rawValue: name) { return .condition(condition) }
        let start = self
        if let code = argumentCode(name) { return code }
        self = start
        return .other(name: name, arguments: rest())
    }

    private mutating func argumentCode(_ name: String) -> ResponseCode? {
        switch name {
        case "CAPABILITY": .capability(capabilities())
        case "PERMANENTFLAGS": .permanentFlags(atoms().map { Flag($0) })
        case "UIDNEXT": number32().flatMap { UID($0) }.map { .uidNext($0) }
        case "UIDVALIDITY": number32().map { .uidValidity(UIDValidity($0)) }
        case "HIGHESTMODSEQ": number().map { .highestModSeq($0) }
        case "APPENDUID": appendUID()
        case "COPYUID": copyUID()
        default: nil
        }
    }

    private mutating func appendUID() -> ResponseCode? {
        guard let validity = number32(), let uids = uidSet() else { return nil }
        return .appendUID(UIDValidity(validity), uids)
    }

    private mutating func copyUID() -> ResponseCode? {
        guard let validity = number32(), let source = uidSet(), let destination = uidSet() else { return nil }
        return .copyUID(UIDValidity(validity), source: source, destination: destination)
    }
}
