/// What strangers sent, as it may be printed: a terminal obeys control characters, some of them to harm.
struct PrintableText {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Lines and tabs stay; every other control character becomes U+FFFD.
    var lines: String {
        printable { $0 == "\n" || $0 == "\t" }
    }

    var line: String {
        printable { _ in false }
    }

    private func printable(_ isKept: (Unicode.Scalar) -> Bool) -> String {
        var printable = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            let isHarmless = !Self.isObeyed(scalar) || isKept(scalar)
            printable.append(isHarmless ? scalar : "\u{FFFD}")
        }
        return String(printable)
    }

    /// Controls, ends of lines, and marks that change the direction of what follows (UAX #9 §2).
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{2028}", "\u{2029}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: scalar.properties.generalCategory == .control
        }
    }
}
