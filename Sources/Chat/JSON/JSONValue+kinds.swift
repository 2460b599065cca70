extension JSONValue {
    /// A text; nil for all else.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// A text that is not empty, or a number as decimal text: what numbers of messages and people come as.
    package var label: String? {
        switch self {
        case .text(let text): text.isEmpty ? nil : text
        case .whole(let whole): String(whole)
        case .number(let number): String(number)
        default: nil
        }
    }

    /// A number, or a text that is one.
    package var double: Double? {
        switch self {
        case .whole(let whole): Double(whole)
        case .number(let number): number
        case .text(let text): text.utf8.count <= 40 ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
        default: nil
        }
    }

    /// A whole number that Int holds, or a text that is one.
    package var whole: Int? {
        switch self {
        case .whole(let whole): Int(exactly: whole)
        case .number(let number): Int(exactly: number)
        case .text(let text): text.utf8.count <= 40 ? Int(text) : nil
        default: nil
        }
    }

    package var flag: Bool? {
        if case .flag(let flag) = self { flag } else { nil }
    }

    package var list: [JSONValue]? {
        if case .list(let items) = self { items } else { nil }
    }

    package var members: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }
}
