import Foundation
import MIME
import Model
import Reading
import Scoring

/// A libFuzzer entry: any octets are a message that can be read, and every offset of its evidence lies in its text.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let reader = Fixture.reader else { fatalError("the fixture's lexicon is refused") }
    let parsed = ParsedMessage(parsing: Array(UnsafeBufferPointer(start: start, count: count)))
    let reading = reader.read(
        MessageToRead(parsed, size: count),
        languages: ["en"],
        takenAt: Date(timeIntervalSince1970: 1_790_000_000),
        context: AutomaticMailContext(ourAddresses: ["help@shop.example"])
    )
    let length = reading.newText.unicodeScalars.count
    let evidence = reading.intents.flatMap(\.evidence)
    precondition(evidence.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= length })
    precondition(reading.intents.allSatisfy { (0...1).contains($0.confidence) })
    precondition(!reading.language.isEmpty)
    return 0
}

private enum Fixture {
    static let reader: MessageReader? = {
        let words = ["order": 1.0, "where is my order": 5, "a": 1, "?": 1, "<number>": 1, "<id>": 2, "=returns": 1]
        let keywords = words.sorted { $0.key < $1.key }.map { Lexicon.Keyword($0.key, $0.value) }
        let label = Lexicon.Label(id: "order.where", keywords: ["en": keywords, Lexicon.anyLanguage: [.init("x", 1)]])
        return (try? Lexicon(labels: [label])).flatMap { try? MessageReader(ReadingLexicons(intents: $0)) }
    }()
}
