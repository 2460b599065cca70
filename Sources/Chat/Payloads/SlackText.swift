/// Turns the text of a Slack message into what a reader sees: references in `<…>` by their names, three characters that
/// stand escaped (docs.slack.dev/messaging/formatting-message-text).
enum SlackText {
    /// One pass: neither an open bracket without end nor many of them make it slow.
    ///
    /// - Parameter users: ours, whose mention at the beginning is only the address of the message.
    static func plain(_ text: String, without users: Set<String>) -> String {
        var rest = text.utf8[...]
        var plain = ""
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            plain += unescaped(rest[..<open])
            let inside = rest[rest.index(after: open)...]
            let end = inside.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") } ?? inside.endIndex
            guard end < inside.endIndex, inside[end] == UInt8(ascii: ">") else {
                plain += "<" + unescaped(inside[..<end])
                rest = inside[end...]
                continue
            }
            rest = inside[inside.index(after: end)...]
            plain += reference(Substring(inside[..<end]), isFirst: plain.isEmpty, users)
        }
        plain += unescaped(rest)
        return plain.hasPrefix(" ") ? String(plain.drop { $0 == " " }) : plain
    }

    private static func reference(_ inside: Substring, isFirst: Bool, _ ours: Set<String>) -> String {
        let halves = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let target = String(halves.first ?? "")
        let label = halves.count == 2 && !halves[1].isEmpty ? unescaped(halves[1].utf8) : nil
        let name = String(target.dropFirst())
        switch target.first {
        case "@": return isFirst && ours.contains(name) ? "" : "@" + (label ?? name)
        case "#": return "#" + (label ?? name)
        case "!": return special(name, label)
        default: return link(unescaped(Substring(target).utf8), label)
        }
    }

    /// `!here`, `!subteam^ID|@name`, `!date^…|as text`.
    private static func special(_ name: String, _ label: String?) -> String {
        if let label { return label }
        return "@" + name.prefix { $0 != "^" }
    }

    private static func link(_ target: String, _ label: String?) -> String {
        guard let label else { return bare(target) }
        let isSame = label == target || bare(target) == label || target.hasSuffix("://" + label)
        if isSame { return target.hasPrefix("http") ? target : label }
        return "\(label) (\(bare(target)))"
    }

    private static func bare(_ target: String) -> String {
        for scheme in ["mailto:", "tel:"] where target.hasPrefix(scheme) {
            return String(target.dropFirst(scheme.count))
        }
        return target
    }

    private static func unescaped(_ octets: Substring.UTF8View) -> String {
        let text = String(Substring(octets))
        guard octets.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
