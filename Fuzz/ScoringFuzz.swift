import Model
import Scoring

/// A libFuzzer entry: the lines of the input are keywords of two lexicons up to the first empty line, then a text. Any
/// octets either make lexicons or are refused, and every offset of what they find lies in the text.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzScoring(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let octets = UnsafeBufferPointer(start: start, count: count)
    let input = String(decoding: octets, as: UTF8.self)
    let lines = input.split(separator: "\n", maxSplits: 40, omittingEmptySubsequences: false).map(String.init)
    let keywords = lines.prefix { !$0.isEmpty }
    let text = lines.dropFirst(keywords.count + 1).joined(separator: "\n")
    let language = ["en", "de", "fr", "es", "und"][count % 5]
    let lexicons = [Lexicon.Counting.once, .everywhere].map { lexicon(keywords, language: language, counting: $0) }
    let ordinary = text.count % 2 == 0 ? Array(text.utf8) : nil
    let known = lexicons.reduce(into: [:]) { $0.merge($1.words(language: language), uniquingKeysWith: +) }
    let spelling = Spelling(known: known, language: language, ordinary: ordinary)
    check(LexiconSet(lexicons), text, language: language)
    check(LexiconSet(lexicons, spelling: { _ in spelling }), text, language: language)
    return 0
}

/// Every keyword that is not refused; those at which one is are left out.
private func lexicon(_ phrases: ArraySlice<String>, language: String, counting: Lexicon.Counting) -> Lexicon {
    var keywords = phrases.enumerated().map { Lexicon.Keyword($1, $0 % 5 == 3 ? -0.3 : Double($0 % 5) + 0.1) }
    while !keywords.isEmpty {
        do throws(LexiconError) {
            return try Lexicon(labels: [.init(id: "a", keywords: [language: keywords])], counting: counting)
        } catch {
            demand(!"\(error)".isEmpty)
            let count = keywords.count
            keywords.removeAll { $0.phrase == error.keyword }
            demand(keywords.count < count)
        }
    }
    guard let empty = try? Lexicon(labels: [], counting: counting) else { fatalError("no labels are no fault") }
    return empty
}

private func check(_ set: LexiconSet, _ text: String, language: String) {
    let tokens = TokenizedText(text, language: language)
    let length = text.unicodeScalars.count
    demand(tokens.tokens.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= length })
    demand(zip(tokens.tokens, tokens.tokens.dropFirst()).allSatisfy { $0.start <= $1.start })
    let scores = set.score(tokens)
    for score in scores.joined() {
        demand(score.evidence.allSatisfy { $0.start < $0.end && $0.end <= length })
        demand(score.score == score.evidence.reversed().reduce(0) { $0 + $1.weight })
    }
    demand(set.score(tokens) == scores)
    demand(set.score(TokenizedText(text, language: "xx")).count == 2)
}
