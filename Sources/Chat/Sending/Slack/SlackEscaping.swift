/// Text as `chat.postMessage` wants it: three characters are control characters there, and escaped by what HTML calls
/// them (Slack, "Formatting message text": escaping text). So nothing in a reply
/// can become a mention, or a link that hides where it leads; a whole address is a link in any chat.
enum SlackEscaping {
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let entity = entity(scalar) { result += entity } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// UTF-16 code units of a scalar once escaped.
    static func length(of scalar: Unicode.Scalar) -> Int {
        entity(scalar)?.utf16.count ?? UTF16.width(scalar)
    }

    private static func entity(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: nil
        }
    }
}
