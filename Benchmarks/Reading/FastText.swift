import Foundation
import Scoring
import TestSupport

/// fastText (Joulin and others, 2017), run in the environment that `scripts/need bench` makes.
enum FastText {
    struct Figures: Decodable {
        let trainSeconds: Double
        let microsecondsPerMessage: Double
    }

    private static let python = ".build/fasttext/bin/python"
    private static let script = "scripts/fasttext-speed"

    /// Learns the examples and labels their texts again; nil where it is not installed.
    static func measure(_ examples: [LabelledExample]) async throws -> Figures? {
        guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
        let folder = try TemporaryDirectory()
        let lines = examples.map { "__label__\($0.label) \($0.text.lowercased())" }
        try folder.write(lines.joined(separator: "\n") + "\n", to: "train.txt")
        let process = try Daemon([python, script, folder.path("train.txt")], output: folder.path("figures.json"))
        try await eventually(within: .seconds(300), "fastText done") { !process.isRunning }
        let output = folder.text(of: "figures.json")
        guard let line = output.split(separator: "\n").last else { throw BenchError("fastText printed nothing") }
        return try JSONDecoder().decode(Figures.self, from: Data(line.utf8))
    }
}
