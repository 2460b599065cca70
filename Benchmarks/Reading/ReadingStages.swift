import Foundation
import MIME
import Model
import Reading
import Scoring
import TestSupport

/// The stages of reading, each alone over all messages. Finders that scan a text by themselves when they are asked by
/// themselves are given without what reading does once for all of them: tokens, and their keywords.
struct ReadingStages {
    private struct Text {
        let newText: String
        let tokens: TokenizedText
        let facts: [Fact]
        var language: String { tokens.language }
    }

    private let raw: [[UInt8]]
    private let messages: [MessageToRead]
    private let texts: [Text]
    private let lexicons: ReadingLexicons
    private let context = AutomaticMailContext(ourAddresses: [MailServer.user.address])
    private let day = Date(timeIntervalSince1970: 1_772_500_000)

    init(_ raw: [[UInt8]], _ lexicons: ReadingLexicons) throws {
        self.raw = raw
        self.lexicons = lexicons
        messages = raw.map { MessageToRead(ParsedMessage(parsing: $0), size: $0.count) }
        let reader = try MessageReader(lexicons)
        let (context, day) = (context, day)
        texts = messages.map { message in
            let reading = reader.read(message, languages: ["en"], takenAt: day, context: context)
            let tokens = TokenizedText(reading.newText, language: reading.language)
            return Text(newText: reading.newText, tokens: tokens, facts: reading.facts)
        }
    }

    func run() throws {
        let octets = texts.reduce(0) { $0 + $1.newText.utf8.count } / texts.count
        Report.heading("Stages of reading alone, µs a message (new text: \(octets) octets on average)")
        let sum = measureMail() + (try measureWords()) + measureFinders()
        let reader = try MessageReader(lexicons)
        let read = measure(messages) { reader.read($0, languages: ["en"], takenAt: day, context: context) }
        report("sum of the stages", sum)
        report("reading a parsed message, all at once", read)
    }

    private func measureMail() -> Double {
        [
            report("parse", measure(raw) { ParsedMessage(parsing: $0) }),
            report("new text", measure(messages, Self.newText)),
            report("language", measure(texts) { LanguageDetector.language(of: $0.newText, default: "en") }),
            report(
                "automatic mail",
                measure(Array(zip(messages, texts))) {
                    AutomaticMail.judge($0, newText: $1.newText, context: context)
                }
            ),
        ].reduce(0, +)
    }

    private static func newText(_ message: MessageToRead) -> NewText {
        NewText.extract(
            from: message.content.text,
            structured: message.structuredText,
            subject: message.content.subject,
            isReply: !message.content.inReplyTo.isEmpty
        )
    }

    private func measureWords() throws -> Double {
        let set = LexiconSet([lexicons.asks, lexicons.circumstances, lexicons.signals])
        let scorer = try IntentScorer(lexicon: lexicons.intents)
        return [
            report("tokens", tokens),
            report("keywords of asks, circumstances, signals", measure(texts) { set.score($0.tokens) }),
            report("intents", measure(texts) { scorer.rank($0.tokens) }),
        ].reduce(0, +)
    }

    private var tokens: Double {
        measure(texts) { TokenizedText($0.newText, language: $0.language) }
    }

    private func measureFinders() -> Double {
        let (tokens, zone) = (tokens, TimeZone.gmt)
        let asks = AskFinder(cues: LexiconMatcher(lexicons.asks))
        let facts = measure(texts) {
            FactFinder.facts(in: $0.newText, language: $0.language, date: day, timeZone: zone)
        }
        let asked = measure(texts) {
            asks.asks(in: $0.newText, language: $0.language, facts: $0.facts, date: day, timeZone: zone)
        }
        let circumstances = CircumstanceFinder(lexicons.circumstances)
        let signals = SignalReader(lexicons.signals)
        let named = measure(texts) { circumstances.circumstances(in: $0.newText, language: $0.language) }
        let signalled = measure(texts) { signals.signals(in: $0.newText, language: $0.language) }
        return [
            report("asks and facts", facts + asked - tokens - keywords(lexicons.asks)),
            report(
                "circumstances and signals",
                named + signalled - 2 * tokens - keywords(lexicons.circumstances) - keywords(lexicons.signals)
            ),
        ].reduce(0, +)
    }

    private func keywords(_ lexicon: Lexicon) -> Double {
        let matcher = LexiconMatcher(lexicon)
        return measure(texts) { matcher.score($0.tokens) }
    }

    private func measure<Item, Value>(_ items: [Item], _ work: (Item) -> Value) -> Double {
        let time = Stopwatch.best(of: 3) { for item in items { keep(work(item)) } }
        return Stopwatch.microseconds(time, each: items.count)
    }

    @discardableResult
    private func report(_ what: String, _ microseconds: Double) -> Double {
        Report.line(what, String(format: "%6.1f µs", microseconds))
        return microseconds
    }
}
