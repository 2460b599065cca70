import ArgumentParser
import Foundation
import Scoring

struct IntentsEvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Learn from one table of labelled texts, and measure on another.",
        discussion: """
            Each file has a line for each text: label, tab, text, in UTF-8. Prints accuracy, the mean F1 of the labels, \
            how often the right label is among three, accuracy on the surest nine tenths, how far confidence is from the \
            truth (ECE), and for texts of no label how well they are kept out. Touches nothing.
            """
    )

    @Option(help: "What to learn from.") var train: String
    @Option(help: "What to measure on.") var test: String

    @Option(name: .customLong("out-of-scope"), help: "Texts that belong to no label; their labels do not matter.")
    var outOfScope: String?

    @Option(help: "The most weights for a label. Default: all.") var keep: Int?
    @Option(help: "The language of all texts, such as de. Default: told by the texts.") var language: String?
    @Flag(help: "One line of JSON.") var json = false

    func run() async throws {
        let examples = try LabelledTable(path: train)
        let language = language ?? examples.language
        let start = ContinuousClock.now
        let result = try await IntentEvaluation.run(
            train: examples.examples(language: language),
            test: try LabelledTable(path: test).examples(language: language),
            outOfScope: try outOfScope.map { try LabelledTable(path: $0).examples(language: language) },
            limit: keep,
            seconds: { (ContinuousClock.now - start) / .seconds(1) }
        )
        print(json ? try Terminal.json(result) : Self.forPeople(result))
    }

    private static func forPeople(_ result: IntentEvaluation) -> String {
        var lines = [
            "accuracy            \(percent(result.accuracy))",
            "mean F1             \(percent(result.macroF1))",
            "right among three   \(percent(result.topThree))",
            "accuracy at 90 %    \(percent(result.accuracyAt90))",
            "confidence off by   \(percent(result.ece))",
        ]
        if let outside = result.outOfScope {
            lines.append("out of scope        AUROC \(outside.auroc.formatted(.number.precision(.fractionLength(3))))")
            lines.append("                    kept out \(percent(outside.recall))")
            lines.append("                    let in and right \(percent(outside.inScopeAccuracy))")
        }
        lines.append("weights             \(result.weights)")
        lines.append("learned in          \(number(result.trainSeconds)) s")
        lines.append("a message takes     \(number(result.microsecondsPerMessage)) µs")
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String {
        (share * 100).formatted(.number.precision(.fractionLength(1))) + " %"
    }

    private static func number(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(2)))
    }
}
