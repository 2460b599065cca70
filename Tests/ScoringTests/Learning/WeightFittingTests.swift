import Model
import Testing

@testable import Scoring

struct WeightFittingTests {
    @Test("the same examples give the same weights, in one task or in several", arguments: [nil, 20] as [Int?])
    func deterministic(limit: Int?) async {
        let fitting = WeightFitting(limit: limit)
        let weights = fitting.fit(Shop.noisy(200))
        #expect(fitting.fit(Shop.noisy(200)) == weights)
        #expect(await fitting.fit(Shop.noisy(200), tasks: 3) == weights)
    }

    @Test("the order of labels decides nothing, nor do names without a word")
    func names() throws {
        let names =
            [["order.where": "1", "refund": "2", "password": "3", "praise": "4"]]
            + [["order.where": "4", "refund": "1", "password": "3", "praise": "2"]]
        let fits = try names.map { names in
            let renamed = Shop.noisy(120).map {
                LabelledExample(label: names[$0.label] ?? "", text: $0.text, language: $0.language)
            }
            return try #require(WeightFitting(limit: nil).fit(renamed).languages["en"]).labels
        }
        for name in names[0].keys {
            let label = try #require(fits[0].first { $0.id == names[0][name] })
            let twin = try #require(fits[1].first { $0.id == names[1][name] })
            #expect(twin.weights == label.weights && twin.base == label.base)
        }
    }

    @Test("what was learned tells messages apart that were not seen")
    func generalises() throws {
        let scorer = try scorer(Shop.examples(160))
        let cases = [
            ("my parcel is still not here", "order.where"), ("refund my money", "refund"),
            ("the password is forgotten", "password"), ("lovely help, great", "praise"),
        ]
        for (text, label) in cases { #expect(scorer.rank(text, language: "en").intents.first?.intent == label) }
    }

    @Test("no label keeps more weights than the limit, and the strongest words stay")
    func pruning() throws {
        let all = try #require(WeightFitting(limit: nil).fit(Shop.examples(160)).languages["en"])
        let few = try #require(WeightFitting(limit: 5).fit(Shop.examples(160)).languages["en"])
        #expect(all.labels.contains { $0.weights.count > 5 })
        #expect(few.labels.allSatisfy { $0.weights.count <= 5 && !$0.weights.isEmpty })
        let password = try #require(few.labels.first { $0.id == "password" })
        #expect((password.weights["password"] ?? 0) > 1)
        let pairs = few.phrases.keys.filter { $0.contains(" ") }
        let weighted = Set(few.labels.flatMap(\.weights.keys))
        #expect(pairs.allSatisfy(weighted.contains))
    }

    @Test("weights are hundredths, and phrases are written as most people wrote them")
    func readable() throws {
        let texts = ["the Parcels came", "parcels came", "a parcel", "Grüße an 4 Leute ?"]
        let examples = texts.enumerated().map {
            LabelledExample(label: $0.offset % 2 == 0 ? "a" : "b", text: $0.element, language: "en")
        }
        let english = try #require(WeightFitting(limit: nil).fit(examples).languages["en"])
        #expect(english.phrases["parcels"] == 3)
        #expect(english.phrases["parcel"] == nil)
        #expect(english.phrases["parcels came"] == 2)
        #expect(english.phrases["<start> parcels"] == 1)
        #expect(english.phrases["<number>"] == 1)
        #expect(english.phrases["? <end>"] == 1)
        #expect(english.words == ["parcels": 2, "came": 2])
        let weights = english.labels.flatMap(\.weights.values) + english.labels.map(\.base)
        #expect(weights.allSatisfy { ($0 * 100).rounded() / 100 == $0 })
    }

    @Test("each language learns its own words")
    func languages() throws {
        let german = [
            LabelledExample(label: "refund", text: "Geld zurück bitte", language: "de"),
            LabelledExample(label: "praise", text: "vielen Dank", language: "de"),
        ]
        let weights = WeightFitting().fit(Shop.examples(40) + german)
        #expect(weights.languages["de"]?.phrases["geld"] == 1)
        #expect(weights.languages["en"]?.phrases["geld"] == nil)
        #expect(weights.languages["en"]?.examples == 40)
    }

    @Test(
        "strange examples are learned without harm",
        arguments: [
            [("a", "")], [("a", "hello there")], [("a", "hello"), ("b", "hello")], [("a", ""), ("b", "")],
            [("a", "?"), ("b", "👍"), ("c", "注文")], [("a", "\u{FDFA}"), ("b", "x")],
            [("", "no label"), ("a", "label")],
        ]
    )
    func strange(examples: [(String, String)]) throws {
        let scorer = try scorer(examples.map { LabelledExample(label: $0.0, text: $0.1, language: "en") })
        for text in ["", "hello", "? 👍 注文", "something else"] {
            let ranking = scorer.rank(text, language: "en")
            #expect(ranking.intents.allSatisfy { $0.confidence.isFinite && $0.score.isFinite })
        }
    }

    @Test("one label alone does not claim a message that shares no word with it")
    func oneLabel() throws {
        let scorer = try scorer([LabelledExample(label: "a", text: "where is my parcel", language: "en")])
        #expect(scorer.rank("completely different", language: "en").intents.isEmpty)
        #expect(scorer.rank("where is my parcel", language: "en").intents.first?.intent == "a")
    }

    @Test("a text with two labels speaks for both alike")
    func twoLabels() throws {
        let examples = ["a", "b"].map { LabelledExample(label: $0, text: "where is it", language: "en") }
        let intents = try scorer(examples).rank("where is it", language: "en").intents
        #expect(Set(intents.map(\.intent)) == ["a", "b"])
        let scores = intents.map(\.score)
        #expect(abs((scores.first ?? 0) - (scores.last ?? 9)) < 1)
    }

    @Test("three hundred labels of one message each are learned, each of its own words")
    func manyLabels() throws {
        let examples = (0..<300).map {
            LabelledExample(label: "label\($0)", text: "the word\($0)x is mine", language: "en")
        }
        // A run of letters and digits is a class; spelt by letters each word is its own.
        let spelt = examples.enumerated().map { place, example in
            let word = String(place).map { "abcdefghij"[Int(String($0)) ?? 0] }.joined()
            return LabelledExample(label: example.label, text: "the q\(word)z is mine", language: "en")
        }
        let scorer = try scorer(spelt, limit: 200)
        #expect(scorer.rank("the qcfbz is mine", language: "en").intents.first?.intent == "label251")
        #expect(scorer.bytes < 4_000_000)
    }
}

extension String {
    fileprivate subscript(place: Int) -> String {
        String(self[index(startIndex, offsetBy: place)])
    }
}
