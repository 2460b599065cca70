import Foundation
import TestSupport
import Testing

@Suite("wavelength intents")
struct IntentsCommandTests {
    private static func run(_ arguments: [String], input: String = "") async throws -> Executable.Result {
        try await Executable.run(["intents"] + arguments, in: Executable.package, input: input)
    }

    @Test("explain gives parts that add up exactly, where they stand, and what would have changed the answer")
    func explain() async throws {
        let text = "Hello, where is my order 4711?"
        let result = try await Self.run(["explain", "--json", "--data", "/nonexistent", text])
        #expect(result.status == 0, "\(result.errors)")
        let winner = try JSON(result.output)["winner"]
        #expect(winner["intent"].text == "order.where")
        let parts = winner["parts"].items
        #expect(parts.reduce(winner["base"].number ?? 0) { $0 + ($1["weight"].number ?? 0) } == winner["score"].number)
        for part in parts {
            let start = text.index(text.startIndex, offsetBy: part["start"].integer ?? 0)
            let end = text.index(text.startIndex, offsetBy: part["end"].integer ?? 0)
            #expect(String(text[start..<end]) == part["text"].text)
        }
        let human = try await Self.run(["explain", "--data", "/nonexistent", text])
        #expect(human.output.contains("Without “"))
    }

    @Test("eval learns from one table, measures on another, and says it in JSON")
    func eval() async throws {
        let scratch = try TemporaryDirectory()
        let rows = (0..<60).map { index in
            let day = ["monday", "friday", "sunday"][index % 3]
            return [
                "order\twhere is my parcel since \(day) \(index)", "refund\twhen is the money of \(day) back \(index)",
            ]
        }
        try scratch.write(rows.joined().joined(separator: "\n"), to: "train.tsv")
        try scratch.write("order\twhere is the parcel\r\nrefund\tis my money back\r\n", to: "test.tsv")
        try scratch.write("none\tpurple elephants sing\n", to: "oos.tsv")
        let result = try await Self.run([
            "eval", "--train", scratch.path("train.tsv"), "--test", scratch.path("test.tsv"), "--out-of-scope",
            scratch.path("oos.tsv"), "--keep", "20", "--json",
        ])
        #expect(result.status == 0, "\(result.errors)")
        let figures = try JSON(result.output)
        #expect(figures["accuracy"].number == 1)
        for key in ["macroF1", "topThree", "accuracyAt90", "ece", "weights", "trainSeconds", "microsecondsPerMessage"] {
            #expect(figures[key].number != nil, "\(key)")
        }
        for key in ["auroc", "inScopeAccuracy", "recall"] {
            #expect(figures["outOfScope"][key].number != nil, "\(key)")
        }
    }

    @Test("a table with a line that is none is refused with its line")
    func brokenTable() async throws {
        let scratch = try TemporaryDirectory()
        try scratch.write("order\twhere is it\nno tab here\n", to: "train.tsv")
        let path = scratch.path("train.tsv")
        let result = try await Self.run(["eval", "--train", path, "--test", path])
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("\(path):2: each line is a label, a tab, and a text."))
    }

    @Test("where nothing was learned, commands say so in a sentence")
    func nothing() async throws {
        let shop = try Shop.maildir()
        try await shop.open()
        shop.kill()
        let train = try await Executable.run(
            ["intents", "train", "--root", shop.root, "--data", shop.data],
            in: shop.root
        )
        #expect(train.status == 1)
        #expect(train.errors.hasPrefix("There is nothing to learn from yet"))
        let versions = try await Executable.run(["intents", "versions", "--data", shop.data], in: shop.root)
        #expect(versions.output == "Nothing was learned yet.\n")
        let restore = try await Executable.run(["intents", "restore", "3", "--data", shop.data], in: shop.root)
        #expect(restore.errors.hasPrefix("There is no version 3"))
    }
}
