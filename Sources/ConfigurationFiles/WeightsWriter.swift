import Foundation
import Scoring

/// Writes learned weights, the strongest of each intent first. Equal weights give equal text.
struct WeightsWriter {
    private let file: WeightsFile

    init(_ file: WeightsFile) {
        self.file = file
    }

    var text: String {
        (head + intents + vocabulary).joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        [
            Self.explanation, "held: \(file.isHeld)", "newest_correction: \(file.newestCorrection)",
            "note: \(Self.quoted(file.note))", "intents:",
        ]
    }

    private static let explanation = """
        # Weights learned from what people corrected and released, added to the hand-set ones of config/intents.
        # A message's score for an intent is its base and the sum of value × weight over its words and pairs of words;
        # the values of a message's words make a vector of length 1, rare words with more of it. 0 is nothing, 5 the
        # border, 10 plain. Edit a weight, and set held to true so that it is not learned over:
        # `wavelength intents train` learns again.
        """

    private var intents: [String] {
        let ids = Set(file.weights.languages.values.flatMap { $0.labels.map(\.id) }).sorted()
        return ids.flatMap { id in
            ["  - id: \(Self.quoted(id))", "    learned:"]
                + labels(of: id).map { language, label in
                    "      \(language): {examples: \(label.examples), base: \(label.base)}"
                }
                + ["    keywords:"]
                + labels(of: id).flatMap { language, label in
                    ["      \(language):\(label.weights.isEmpty ? " {}" : "")"]
                        + Self.strongestFirst(label.weights).map { "        \(Self.quoted($0)): \($1)" }
                }
        }
    }

    private func labels(of id: String) -> [(String, LearnedLabel)] {
        file.weights.languages.sorted { $0.key < $1.key }.compactMap { language, weights in
            weights.labels.first { $0.id == id }.map { (language, $0) }
        }
    }

    private static func strongestFirst(_ weights: [String: Double]) -> [(String, Double)] {
        weights.sorted { (-abs($0.value), $0.key) < (-abs($1.value), $1.key) }.map { ($0.key, $0.value) }
    }

    private var vocabulary: [String] {
        ["vocabulary:\(file.weights.languages.isEmpty ? " {}" : "")"]
            + file.weights.languages.sorted { $0.key < $1.key }.flatMap { language, weights in
                [
                    "  \(language):", "    examples: \(weights.examples)", "    pair_share: \(weights.pairShare)",
                    "    calibration:",
                ] + calibration(weights.calibration) + counts("phrases", weights.phrases)
                    + counts("words", weights.words)
            }
    }

    private func calibration(_ calibration: Calibration) -> [String] {
        var lines = ["      temperature: \(calibration.temperature)"]
        lines.append("      most_confidence: \(calibration.mostConfidence)")
        if let logistic = calibration.logistic {
            let values = "constant: \(logistic.constant), score: \(logistic.score), lead: \(logistic.lead)"
            lines.append("      logistic: {\(values)}")
        }
        calibration.leastLikeness.map { lines.append("      least_likeness: \($0)") }
        calibration.confidenceAt98.map { lines.append("      confidence_at_98: \($0)") }
        calibration.confidenceAt99.map { lines.append("      confidence_at_99: \($0)") }
        return lines
    }

    private func counts(_ name: String, _ counts: [String: Int]) -> [String] {
        ["    \(name):\(counts.isEmpty ? " {}" : "")"]
            + counts.sorted { $0.key < $1.key }.map { "      \(Self.quoted($0.key)): \($0.value)" }
    }

    /// Double quotes with escapes hold any text (YAML 1.2 §7.3.1); plain words are left bare where they mean themselves.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 }
            && text.first != " " && text.last != " " && !reserved.contains(text)
        guard !isPlain else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _
            where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
                || (0x2028...0x2029).contains(scalar.value):
                quoted +=
                    "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                    + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Words that YAML takes for other values.
    private static let reserved: Set<String> = [
        "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf",
    ]
}
