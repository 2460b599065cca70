import ConfigurationFiles
import Scoring
import Testing

@Suite("The file of learned weights")
struct WeightsFileTests {
    private static let examples = [
        ("order.where", "en", "where is my order"), ("order.where", "en", "Where's my parcel? It's: \"late\" – 12"),
        ("return", "en", "I want to return it"), ("return", "en", "yes, no, null: return true"),
        ("order.where", "de", "Wo bleibt meine Bestellung?"), ("return", "de", "Rückgabe \\ bitte 😡"),
    ].map { LabelledExample(label: $0, text: $2, language: $1) }

    @Test("what was written is read back the same to the bit, and written again the same")
    func roundTrip() throws {
        let file = WeightsFile(
            weights: WeightFitting().fit(Self.examples),
            isHeld: true,
            newestCorrection: 17,
            note: "from 6 examples: \"x\""
        )
        #expect(file.weights.count > 10)
        let read = try WeightsFile.read(ConfigurationFile(path: "weights.yaml", text: file.text))
        #expect(read == file)
        #expect(read.text == file.text)
    }

    @Test("weights of nothing are a file too")
    func empty() throws {
        let file = WeightsFile(weights: LearnedWeights())
        #expect(try WeightsFile.read(ConfigurationFile(path: "weights.yaml", text: file.text)) == file)
    }

    @Test(
        "a mistake of an editor is named with its line",
        arguments: [
            ("return: 8", "return: much", "should be a number"), ("return: 8", "\"a b c\": 8", "one word or two"),
            ("held: false", "hold: false", "unknown key “hold”"), ("examples: 2, base", "examples: two, base", "whole"),
        ]
    )
    func mistakes(_ original: String, _ edited: String, _ reason: String) throws {
        let text = """
            held: false
            intents:
              - id: return
                learned:
                  en: {examples: 2, base: -1.5}
                keywords:
                  en:
                    return: 8
            vocabulary:
              en:
                examples: 2
                pair_share: 0.5
                calibration: {temperature: 1, most_confidence: 0.8}
                phrases: {return: 2}
                words: {return: 2}
            """
        _ = try WeightsFile.read(ConfigurationFile(path: "w.yaml", text: text))
        let line = text.prefix(upTo: try #require(text.firstRange(of: original)).lowerBound).count { $0 == "\n" } + 1
        do {
            _ = try WeightsFile.read(ConfigurationFile(path: "w.yaml", text: text.replacing(original, with: edited)))
            Issue.record("the mistake went unnoticed")
        } catch {
            let told = "\(error)"
            #expect(told.hasPrefix("w.yaml:\(line):"), "\(told)")
            #expect(told.contains(reason), "\(told)")
        }
    }
}
