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
            plain += reference(inside[..<end], isFirst: plain.isEmpty, users)
        }
        plain += unescaped(rest)
        return String(Substring(plain.utf8.drop { $0 == UInt8(ascii: " ") }))
    }

    /// By octets throughout, since letters with many accents are slow to look at as characters.
    private static func reference(_ inside: Substring.UTF8View, isFirst: Bool, _ ours: Set<String>) -> String {
        let bar = inside.firstIndex(of: UInt8(ascii: "|")) ?? inside.endIndex
        let target = inside[..<bar]
        let label = inside[bar...].dropFirst()
        let words = label.isEmpty ? nil : unescaped(label)
        let name = String(Substring(target.dropFirst()))
        switch target.first {
        case UInt8(ascii: "@"):
            let isOurs = name.utf8.count <= longestUser && ours.contains(name)
            return isFirst && isOurs ? "" : "@" + (words ?? name)
        case UInt8(ascii: "#"): return "#" + (words ?? name)
        case UInt8(ascii: "!"): return special(name, words)
        default: return link(unescaped(target), words)
        }
    }

    /// Octets of a user's number.
    private static let longestUser = 100

    /// `!here`, `!subteam^ID|@name`, `!date^…|as text`.
    private static func special(_ name: String, _ label: String?) -> String {
        if let label { return label }
        return "@" + String(Substring(name.utf8.prefix { $0 != UInt8(ascii: "^") }))
    }

    private static func link(_ target: String, _ label: String?) -> String {
        guard let label else { return bare(target) }
        let isSame =
            label.hasOctets(of: target) || bare(target).hasOctets(of: label)
            || target.utf8.reversed().starts(with: ("://" + label).utf8.reversed())
        if isSame { return target.beginsWithOctets(of: "http") ? target : label }
        return "\(label) (\(bare(target)))"
    }

    private static func bare(_ target: String) -> String {
        for scheme in ["mailto:", "tel:"] where target.beginsWithOctets(of: scheme) {
            return String(Substring(target.utf8.dropFirst(scheme.utf8.count)))
        }
        return target
    }

    private static let escapes: [(written: [UInt8], meant: UInt8)] = [
        (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&amp;".utf8), UInt8(ascii: "&")),
    ]

    private static func unescaped(_ octets: Substring.UTF8View) -> String {
        guard octets.contains(UInt8(ascii: "&")) else { return String(Substring(octets)) }
        var rest = Array(octets)[...]
        var plain: [UInt8] = []
        plain.reserveCapacity(rest.count)
        while let octet = rest.first {
            let escape = octet == UInt8(ascii: "&") ? escapes.first { rest.starts(with: $0.written) } : nil
            plain.append(escape?.meant ?? octet)
            rest = rest.dropFirst(escape?.written.count ?? 1)
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
