import Mustache

/// Text for HTML, escaped scalar by scalar: a combining mark after a quote or an angle bracket makes one character with
/// it, and an escaper that goes by characters would let both through.
struct HTMLText: MustacheContentType {
    /// The name that templates declare it by.
    static let pragma = "WAVELENGTH-HTML"

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t", "\r": escaped.append(scalar)
            default: escaped.append(Self.isControl(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(escaped)
    }

    /// C0 and C1, which HTML forbids.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
