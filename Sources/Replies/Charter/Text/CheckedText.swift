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
    /// Words of the body by the language they belong to, in the order of `Cue.tongues`.
    let tongues: [Int]
    /// Where cue words stand that speak for something, in the body.
    private let places: [CuePlace]

    /// A cue word in a sentence of the body.
    struct CuePlace {
        let cue: Int
        let sentence: Int
        let range: Range<Int>
    }

    init(_ reply: ReplyToCheck, message: CheckedMessage?, cues: CueFinder) {
        self.reply = reply
        self.message = message
        scalars = Array(reply.text.unicodeScalars)
        let tokens = TokenizedText(reply.text, language: reply.language)
        let finds = cues.finds(in: tokens)
        layout = ReplyLayout(
            scalars,
            greetings: Self.ranges(of: .greeting, finds),
            closings: Self.weighed(.closing, finds)
        )
        var builder = BodyBuilder(scalars, layout: layout, openSlots: SlotSpans(scalars))
        builder.take(finds)
        builder.take(tokens)
        (body, places, tongues) = builder.finished()
    }

    private static func ranges(of cue: Cue, _ finds: [CueFinder.Find]) -> [Range<Int>] {
        weighed(cue, finds).map(\.range)
    }

    private static func weighed(_ cue: Cue, _ finds: [CueFinder.Find]) -> [(range: Range<Int>, weight: Double)] {
        finds.compactMap { find in
            if case .cue(cue.index) = find.meaning, find.weight > 0 { (find.range, find.weight) } else { nil }
        }
    }
}

extension CheckedText {
    /// Where the body ends: what is missing in it is pointed at here.
    var bodyEnd: Range<Int> {
        let end = body.last?.range.upperBound ?? scalars.count
        return end..<end
    }

    func has(_ cue: Cue) -> Bool {
        body.contains { $0.has(cue) }
    }

    func hasAny(_ cues: CueSet) -> Bool {
        body.contains { $0.hasAny(cues) }
    }

    /// The sentence and its neighbours, as far as there are any.
    func around(_ index: Int, back: Int = 1, ahead: Int = 1) -> ArraySlice<CheckedSentence> {
        body[max(0, index - back)..<min(body.count, index + ahead + 1)]
    }

    /// Where the first word for a cue stands in a sentence; the whole sentence where it is not one word's doing.
    func place(of cue: Cue, in sentence: Int) -> Range<Int> {
        places.first { $0.cue == cue.index && $0.sentence == sentence }?.range ?? body[sentence].range
    }

    /// How often words for a cue stand in the body, or in one sentence of it.
    func count(of cue: Cue, in sentence: Int? = nil) -> Int {
        places.count { $0.cue == cue.index && (sentence == nil || $0.sentence == sentence) }
    }

    func places(of cue: Cue) -> [CuePlace] {
        places.filter { $0.cue == cue.index }
    }

    func string(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
    }

    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(text: string(range), start: range.lowerBound, end: range.upperBound)
    }
}
