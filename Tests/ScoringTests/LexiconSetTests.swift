import Model
import Synchronization
import Testing

@testable import Scoring

struct LexiconSetTests {
    private static func lexicon(
        _ labels: [String: [String: Double]],
        language: String = "en",
        counting: Lexicon.Counting = .once
    ) throws -> Lexicon {
        let labels = labels.sorted { $0.key < $1.key }.map { id, keywords in
            let sorted = keywords.sorted { $0.key < $1.key }
            return Lexicon.Label(id: id, keywords: [language: sorted.map { Lexicon.Keyword($0.key, $0.value) }])
        }
        return try Lexicon(labels: labels, counting: counting)
    }

    @Test("each lexicon answers for itself, in the order given and in its own way of counting")
    func separate() throws {
        let set = LexiconSet([
            try Self.lexicon(["a": ["late": 2, "so late": 1], "b": ["late": 1]]),
            try Self.lexicon(["a": ["late": 0.5], "c": ["so * late": 1]], counting: .everywhere),
            try Self.lexicon(["z": ["never": 1]]),
        ])
        let scores = set.score(TokenizedText("so late, late, late", language: "en"))
        #expect(scores.map { $0.map(\.label) } == [["a", "b"], ["a", "c"], []])
        #expect(scores[0].map(\.score) == [3, 1] && scores[1].map(\.score) == [1.5, 1])
        #expect(scores[1][0].evidence.map(\.start) == [3, 9, 15])
        #expect(scores[1][1].evidence.map(\.end) == [7])
    }

    @Test("a language is compiled when its first text comes, and once, however many ask")
    func lazy() async throws {
        let compiled = Requests()
        let keywords = ["en": [Lexicon.Keyword("late", 1)], "de": [.init("spät", 1)], "*": [.init("Gadget", 1)]]
        let set = LexiconSet([try Lexicon(labels: [.init(id: "a", keywords: keywords)])]) { language in
            compiled.note(language)
            return nil
        }
        #expect(compiled.languages.isEmpty)
        let found = await withTaskGroup(of: Int.self) { group in
            for text in ["late", "so late", "the Gadget is late", "Gadgets"] {
                group.addTask { set.score(TokenizedText(text, language: "en"))[0].first?.evidence.count ?? 0 }
            }
            return await group.reduce(0, +)
        }
        #expect(found == 5)
        #expect(compiled.languages == ["en"])
        #expect(set.score(TokenizedText("un Gadget", language: "fr"))[0].map(\.score) == [1])
        #expect(set.score(TokenizedText("zu spät", language: "de"))[0].map(\.score) == [1])
        #expect(compiled.languages == ["en", "*", "de"])
    }

    @Test("one text gives the same whatever was read before it")
    func repeated() throws {
        let set = LexiconSet([try Self.lexicon(["a": ["late": 2, "where * order": 3]])])
        let text = TokenizedText("Where is my order? It is late. Where the order", language: "en")
        let first = set.score(text)
        for other in ["late late", "", "order where late", String(repeating: "where ", count: 1_000)] {
            _ = set.score(TokenizedText(other, language: "en"))
            #expect(set.score(text) == first)
        }
    }

    @Test("more different words than are remembered change nothing")
    func manyWords() throws {
        let set = LexiconSet([try Self.lexicon(["a": ["parcels": 1]])])
        let words = (0..<60_000).map { "w" + String($0, radix: 3).replacingDigits }
        let text = TokenizedText((words + ["parcel"] + words + ["parcel"]).joined(separator: " "), language: "en")
        #expect(set.score(text)[0].first?.evidence.count == 1)
        #expect(set.score(text)[0].first?.evidence.first.map { $0.start } == words.reduce(0) { $0 + $1.count + 1 })
    }

    @Test("several tasks may read at once")
    func together() async throws {
        let set = LexiconSet([try Self.lexicon(["a": ["late": 2, "order": 1]])])
        let counts = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<200).count { turn in
                        let text = "order \(String(turn * task, radix: 3).replacingDigits) is late"
                        return set.score(TokenizedText(text, language: "en"))[0].first?.score == 3
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 200, count: 8))
    }

    @Test("stems have numbers, also those that only a model knows, and unknown ones have none")
    func symbols() throws {
        let set = LexiconSet([try Self.lexicon(["a": ["late": 2]])], stems: ["en": ["parcel", "order"]])
        let text = set.recognize(TokenizedText("Ordered parcels late, unheard 12", language: "en"))
        let numbers = text.text.tokens.indices.map { text.stem(at: $0) }
        let named = ["order", "parcel", "late", "unheard", "<number>"].map { set.symbol(ofStem: $0, language: "en") }
        #expect(numbers == named)
        #expect(Set(named).count == 5 && named[3] == 0)
        #expect(set.symbol(ofStem: "order", language: "de") == 0)
    }

    @Test("sums are exact whatever the weights and their order")
    func exact() throws {
        let weights: [String: Double] = [
            "one": 0.1, "two": 0.2, "three": 0.3, "four": -0.7, "five": 1.0 / 3, "six": 999_999.9,
        ]
        let set = LexiconSet([try Self.lexicon(["a": weights])])
        let score = try #require(set.score(TokenizedText("one two three four five six", language: "en"))[0].first)
        let parts = score.evidence.map(\.weight)
        #expect(parts.allSatisfy { ($0 / Evidence.unit).rounded() == $0 / Evidence.unit })
        for _ in 0..<20 { #expect(parts.shuffled().reduce(0, +) == score.score) }
        #expect(zip(score.evidence, ["one", "two", "three"]).allSatisfy { $0.keyword == $1 })
    }

    @Test("a keyword of any length and any number of gaps within the limits is found")
    func long() throws {
        let phrase = (0..<100).map { "w" + String($0, radix: 3).replacingDigits }.joined(separator: " ")
        let set = LexiconSet([try Self.lexicon(["a": [phrase: 1]])])
        #expect(set.score(TokenizedText("x " + phrase, language: "en"))[0].first?.evidence.first?.start == 2)
    }
}

extension String {
    /// Letters for digits, so that the tokeniser sees words.
    fileprivate var replacingDigits: String {
        String(map { $0 == "0" ? "a" : $0 == "1" ? "b" : $0 == "2" ? "c" : $0 })
    }
}

/// The languages that were asked for, in their order.
private final class Requests: Sendable {
    private let noted = Mutex<[String]>([])

    var languages: [String] { noted.withLock { $0 } }

    func note(_ language: String) {
        noted.withLock { $0.append(language) }
    }
}
