import TestSupport
import Testing

@testable import IMAP

@Suite("Bytes that nobody meant")
struct RobustnessTests {
    private static let good =
        (ResponseParserTests.statuses + ResponseParserTests.data + ResponseParserTests.fetches
        + SloppyServerTests.fixtures).flatMap { wire($0.text) }

    @Test("random bytes give responses or an error, the same in any chunks", arguments: 1...60)
    func random(seed: UInt64) {
        var random = Seed(seed)
        let alphabet = Array("*+ ()[]{}\"\\~<>:,0123456789ABODYFETCHUIDOKW\r\n".utf8)
        let bytes = (0..<4000).map { _ in
            seed % 2 == 0 ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
        }
        check(bytes, &random)
    }

    @Test("a good stream with random changes gives responses or an error", arguments: 1...200)
    func mutation(seed: UInt64) {
        var random = Seed(seed)
        var bytes = Self.good
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            }
        }
        check(bytes, &random)
    }

    private func check(_ bytes: [UInt8], _ random: inout Seed) {
        let limits = ResponseLimits(text: 2000, literals: 1000, depth: 10)
        var chunks: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...100, using: &random))
            chunks.append(Array(bytes[start..<end]))
            start = end
        }
        let whole = Result { () throws(IMAPError) in try responses([bytes], limits: limits) }
        let parts = Result { () throws(IMAPError) in try responses(chunks, limits: limits) }
        #expect(whole == parts)
    }
}
