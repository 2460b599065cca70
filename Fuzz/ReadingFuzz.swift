import ConfigurationFiles
import Foundation
import MIME
import Model
import Reading
import Scoring

/// A libFuzzer entry: any octets are a message that can be read, by the lists in `config/` and by learned weights, and
/// all that is read from it keeps its promises.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let readers = Fixture.readers else { fatalError("the lists in config/ are refused") }
    let parsed = ParsedMessage(parsing: Array(UnsafeBufferPointer(start: start, count: count)))
    let message = MessageToRead(parsed, size: count)
    for reader in readers {
        let reading = read(message, reader)
        ReadingPromises(reading).check()
        demand(read(message, reader) == reading, "read otherwise the second time")
    }
    return 0
}

/// Called once: making the readers takes longer than any input may.
@_cdecl("LLVMFuzzerInitialize")
func prepareReading(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
    demand(Fixture.readers != nil, "the lists in config/ are refused")
    return 0
}

private func read(_ message: MessageToRead, _ reader: MessageReader) -> Model.Reading {
    reader.read(
        message,
        languages: ["en"],
        takenAt: Date(timeIntervalSince1970: 1_790_000_000),
        context: AutomaticMailContext(ourAddresses: ["help@shop.example"])
    )
}

private enum Fixture {
    static let readers: [MessageReader]? = {
        let root = ProcessInfo.processInfo.environment["WAVELENGTH_ROOT"] ?? "."
        let loaded = ConfigurationFolder(Directories(root: root, data: root)).load()
        guard let lexicons = loaded.lexicons else { return nil }
        let weights = WeightFitting(lexicon: LexiconMatcher(lexicons.intents)).fit(examples)
        let readers = [LearnedWeights(), weights].compactMap { try? MessageReader(lexicons, weights: $0) }
        return readers.count == 2 ? readers : nil
    }()

    private static let examples = [
        ("order.where", "where is my order"), ("order.where", "my parcel has not arrived"),
        ("order.cancel", "please cancel my order"), ("order.cancel", "I do not want it any more, cancel it"),
        ("refund.status", "when do I get my money back"), ("refund.status", "still no refund for \u{20AC} 12"),
    ].flatMap { label, text in
        (0..<12).map { LabelledExample(label: label, text: "\(text) \($0)", language: "en") }
    }
}
