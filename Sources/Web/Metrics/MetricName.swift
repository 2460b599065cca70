/// Metric and label names as Prometheus allows them: `[a-zA-Z_:][a-zA-Z0-9_:]*`, labels without the colon.
enum MetricName {
    static func valid(_ label: String) -> String {
        prefixed(label.unicodeScalars.map { isAllowed($0) || $0 == ":" ? Character($0) : "_" })
    }

    static func validLabel(_ label: String) -> String {
        prefixed(label.unicodeScalars.map { isAllowed($0) ? Character($0) : "_" })
    }

    static func counter(_ label: String) -> String {
        let name = valid(label)
        return name.hasSuffix("_total") ? name : name + "_total"
    }

    static func timer(_ label: String) -> String {
        let name = valid(label)
        return name.hasSuffix("_seconds") ? name : name + "_seconds"
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }

    private static func prefixed(_ characters: [Character]) -> String {
        let name = String(characters)
        guard let first = name.first else { return "_" }
        return first.isNumber ? "_" + name : name
    }
}

/// The labels of one series, sorted, as they stand between braces.
struct MetricLabels: Hashable, Sendable {
    let text: String

    init(_ dimensions: [(String, String)]) {
        text = dimensions.map { (MetricName.validLabel($0.0), Self.escape($0.1)) }
            .sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\"\($0.1)\"" }
            .joined(separator: ",")
    }

    /// The labels with braces, one more label added; empty where there are none.
    func braced(adding extra: String? = nil) -> String {
        let all = [text, extra ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        return all.isEmpty ? "" : "{\(all)}"
    }

    /// By scalars: a mark that combines with a quote must not hide it.
    private static func escape(_ value: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped.append(contentsOf: #"\\"#.unicodeScalars)
            case "\"": escaped.append(contentsOf: #"\""#.unicodeScalars)
            case "\n": escaped.append(contentsOf: #"\n"#.unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
