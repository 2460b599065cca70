import Model
import Scoring

/// A reply cut into sentences with everything that the checks ask of it, found once.
struct CheckedText: Sendable {
    let reply: ReplyToCheck
    let message: CheckedMessage?
    let scalars: [Unicode.Scalar]
    let layout: ReplyLayout
    /// Those between greeting and signature.
    let body: [CheckedSentence]
    /// Everything that some sentence of the body has a cue for.
    let cues: CueSet
    /// Words of the body by the language they belong to, in the order of `Cue.tongues`.
    let tongues: [Int]
    /// Where cue words stand that speak for something, sentence by sentence.
    private let places: [CuePlace]
    /// The words with a meaning of their own, sentence by sentence.
    private let keys: [UInt64]

    init(_ reply: ReplyToCheck, message: CheckedMessage?, cues finder: CueFinder) {
        self.reply = reply
        self.message = message
        scalars = reply.text.scalars()
        let tokens = TokenizedText(reply.text, language: reply.language)
        let finds = finder.finds(in: tokens)
        layout = ReplyLayout(
            scalars,
            greetings: Self.positive(.greeting, finds),
            closings: Self.positive(.closing, finds)
        )
        let start = layout.greeting.upperBound
        let range = start..<max(start, layout.signatureStart)
        let builder = BodyBuilder(scalars, body: range, finds: finds, text: tokens)
        (body, places, keys, tongues) = (builder.sentences, builder.places, builder.keys, builder.tongues)
        cues = body.reduce(into: []) { $0.formUnion($1.cues) }
    }

    private static func positive(_ cue: Cue, _ finds: [CueFinder.Find]) -> [CueFinder.Find] {
        finds.filter { $0.cue == cue && $0.weight > 0 }
    }
}

extension CheckedText {
    /// Where the body ends: what is missing in it is pointed at here.
    var bodyEnd: Range<Int> {
        let end = body.last?.range.upperBound ?? scalars.count
        return end..<end
    }

    func has(_ cue: Cue) -> Bool {
        cues.contains(cue)
    }

    func hasAny(_ others: CueSet) -> Bool {
        cues.meets(others)
    }

    /// The sentence and its neighbours, as far as there are any.
    func around(_ index: Int, back: Int = 1, ahead: Int = 1) -> ArraySlice<CheckedSentence> {
        body[max(0, index - back)..<min(body.count, index + ahead + 1)]
    }

    /// Whether a sentence shares words or topics with something else.
    /// - Parameter keys: sorted.
    func isAbout(_ sentence: CheckedSentence, keys other: [UInt64], topics: UInt64) -> Bool {
        sentence.topics & topics != 0 || keys[sentence.keys].contains { ContentKey.contains($0, in: other) }
    }

    /// Where the first word for a cue stands in a sentence; the whole sentence where it is not one word's doing.
    func place(of cue: Cue, in sentence: Int) -> Range<Int> {
        places[body[sentence].places].first { $0.cue == cue }?.range ?? body[sentence].range
    }

    /// How often words for a cue stand in the body, or in one sentence of it.
    func count(of cue: Cue, in sentence: Int? = nil) -> Int {
        places[sentence.map { body[$0].places } ?? places.indices].count { $0.cue == cue }
    }

    func places(of cue: Cue) -> [CuePlace] {
        places.filter { $0.cue == cue }
    }

    func string(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(text: string(range), start: range.lowerBound, end: range.upperBound)
    }
}
