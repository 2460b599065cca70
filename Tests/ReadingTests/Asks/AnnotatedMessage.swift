import Foundation
import Model

/// A message with what is to be found in it, written into its text: `[q|…]` a question, `[r|…]` a request, `[d|…]` a
/// deadline, `[kind=value|…]` a fact. They may stand inside each other.
///
/// All were sent on Wednesday, 11 March 2026, at noon in Berlin.
struct AnnotatedMessage: Sendable {
    struct Mark: Hashable {
        let kind: String
        let value: String
        let range: Range<Int>
    }

    static let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    static let date = Date(timeIntervalSince1970: 1_773_226_800)

    let language: String
    let text: String
    let marks: [Mark]

    init(_ language: String, _ source: String) {
        var text = String.UnicodeScalarView()
        var marks: [Mark] = []
        var open: [(head: String, start: Int)] = []
        var head: String?
        for scalar in source.unicodeScalars {
            switch scalar {
            case "[": head = ""
            case "|" where head != nil:
                open.append((head ?? "", text.count))
                head = nil
            case "]":
                guard let (name, start) = open.popLast() else { continue }
                let parts = name.split(separator: "=", maxSplits: 1).map(String.init)
                let value = parts.count > 1 ? parts[1] : ""
                marks.append(Mark(kind: parts[0], value: value, range: start..<text.count))
            default:
                if head == nil { text.append(scalar) } else { head?.unicodeScalars.append(scalar) }
            }
        }
        self.language = language
        self.text = String(text)
        self.marks = marks
    }

    func marks(ofKind kind: String) -> [Mark] {
        marks.filter { $0.kind == kind }
    }
}
