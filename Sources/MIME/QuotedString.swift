/// Quoted strings and comments of RFC 5322 §3.2, within one header value.
enum QuotedString {
    /// Longer ones are taken for a stray quote, which keeps reading linear.
    private static let longest = 2000

    /// The index after the closing quote; nil where there is none.
    static func end(_ raw: Octets, from start: Int) -> Int? {
        var index = start + 1
        let stop = min(raw.endIndex, start + longest)
        while index < stop {
            if raw[index] == UInt8.ascii("\\") {
                index += 1
            } else if raw[index] == UInt8.ascii("\"") {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    /// The index after the parenthesis that closes the one at `start`; nil where there is none.
    static func endOfComment(_ raw: Octets, from start: Int) -> Int? {
        var index = start
        var depth = 0
        let stop = min(raw.endIndex, start + longest)
        while index < stop {
            switch raw[index] {
            case UInt8.ascii("\\"): index += 1
            case UInt8.ascii("("): depth += 1
            case UInt8.ascii(")"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { return min(index, stop) }
        }
        return nil
    }

    /// Without its delimiters and with backslash pairs resolved.
    static func content(_ delimited: Octets) -> [UInt8] {
        var octets: [UInt8] = []
        let inner = delimited.dropFirst().dropLast()
        var index = inner.startIndex
        while index < inner.endIndex {
            if inner[index] == UInt8.ascii("\\"), index + 1 < inner.endIndex { index += 1 }
            octets.append(inner[index])
            index += 1
        }
        return octets
    }
}
