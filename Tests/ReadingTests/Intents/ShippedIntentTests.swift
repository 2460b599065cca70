import Foundation
import Model
import Scoring
import Testing

@testable import Reading

/// The intents as they are shipped, before anybody has given an example.
struct ShippedIntentTests {
    /// A little under what the lists reach.
    private static let floor = 0.95
    private static let reader = Result { try MessageReader(ReadingLexicons(intents: try lexicon())) }

    private static func lexicon() throws -> Lexicon {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "config/intents")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let labels = try files.filter { $0.pathExtension == "yaml" }.flatMap {
            try LabelFile.labels(try String(contentsOf: $0, encoding: .utf8))
        }
        return try Lexicon(labels: labels)
    }

    @Test("every intent has words in every language")
    func complete() throws {
        let intents = try Self.lexicon().labels
        #expect(intents.count == 30)
        for intent in intents { #expect(Set(intent.keywords.keys) == Set(IntentMessage.languages), "\(intent.id)") }
    }

    @Test("messages get their intent cold", arguments: IntentMessage.languages)
    func accuracy(_ language: String) throws {
        let reader = try Self.reader.get()
        var tally = IntentTally()
        let messages = try IntentMessage.table(language)
        for message in messages { tally.count(reader.ranking(of: message.text, language: language), for: message) }
        print("\(language): \(tally.report)")
        #expect(tally.accuracy >= Self.floor)
    }

    @Test("four messages or more stand for each intent and language", arguments: IntentMessage.languages)
    func enough(_ language: String) throws {
        let counts = Dictionary(grouping: try IntentMessage.table(language), by: \.intents).mapValues(\.count)
        #expect(counts.count == 30)
        #expect(counts.allSatisfy { $0.value >= 4 })
    }

    @Test("of two matters in one message, each is seen clearly and nothing else before them")
    func several() throws {
        let reader = try Self.reader.get()
        for message in try IntentMessage.several() {
            let first = reader.ranking(of: message.text, language: message.language).intents.prefix(2)
            #expect(Set(first.map(\.intent)) == Set(message.intents), "\(message.text)")
            #expect(first.allSatisfy { $0.score >= 3 }, "\(message.text)")
        }
    }

    @Test("what has nothing to do with a shop gets no answer drafted for another matter")
    func unrelated() throws {
        let reader = try Self.reader.get()
        for message in try IntentMessage.unrelated() {
            let ranking = reader.ranking(of: message.text, language: message.language)
            let found = ranking.abstained ? "unclear" : ranking.intents.first?.intent
            #expect(["unclear", "not_our_business"].contains(found), "\(message.text)")
        }
    }
}
