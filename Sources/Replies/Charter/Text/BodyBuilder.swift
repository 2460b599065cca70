import Model
import Scoring

/// Puts cues and words into the sentences that they stand in.
struct BodyBuilder {
    private let scalars: [Unicode.Scalar]
    private let quotes: [Range<Int>]
    private let slots: SlotSpans
    private var sentences: [CheckedSentence]
    /// The weights of each sentence by cue.
    private var sums: [Double]
    private var places: [CheckedText.CuePlace] = []
    /// The starts of words that bear no meaning.
    private var meaningless: Set<Int> = []
    private var tongues = Cue.tongues.map { _ in 0 }
    private let cueCount = Cue.allCases.count

    init(_ scalars: [Unicode.Scalar], layout: ReplyLayout, openSlots: SlotSpans) {
        self.scalars = scalars
        quotes = QuotedWords.ranges(in: scalars)
        slots = openSlots
        let body = layout.greeting.upperBound..<max(layout.greeting.upperBound, layout.signatureStart)
        sentences = SentenceCutter.pieces(of: Array(scalars[body])).map { piece in
            let range = piece.range.lowerBound + body.lowerBound..<piece.range.upperBound + body.lowerBound
            return CheckedSentence(range: range, paragraph: piece.paragraph, role: .body)
        }
        sums = [Double](repeating: 0, count: sentences.count * cueCount)
        for index in sentences.indices { look(at: index) }
    }

    private mutating func look(at index: Int) {
        let range = sentences[index].range
        for place in range {
            switch scalars[place] {
            case "?" where !isQuoted(place): sentences[index].isQuestion = true
            case "!" where !isQuoted(place): sentences[index].exclamations += 1
            case ":" where isClock(around: place): add(2, for: .time, to: index)
            default: break
            }
        }
        sentences[index].hasSlot = slots.ranges.contains { range.contains($0.lowerBound) }
    }

    private func isQuoted(_ place: Int) -> Bool {
        quotes.contains { $0.contains(place) }
    }

    /// "14:30".
    private func isClock(around place: Int) -> Bool {
        guard place > 0, place + 2 < scalars.count else { return false }
        return scalars[place - 1].isDigit && scalars[place + 1].isDigit && scalars[place + 2].isDigit
    }

    private mutating func add(_ weight: Double, for cue: Cue, to sentence: Int) {
        sums[sentence * cueCount + cue.index] += weight
    }

    mutating func take(_ finds: [CueFinder.Find]) {
        for find in finds {
            guard let index = sentence(at: find.range.lowerBound), !slots.contains(find.range.lowerBound) else {
                continue
            }
            switch find.meaning {
            case .topic(let topic):
                sentences[index].topics |= 1 << UInt64(topic)
            case .cue(let cue):
                take(cue, find, index)
            }
        }
    }

    private mutating func take(_ cue: Int, _ find: CueFinder.Find, _ index: Int) {
        if Cue.meaningless.contains(at: cue) { meaningless.insert(find.range.lowerBound) }
        guard !isQuoted(find.range.lowerBound) else { return }
        if let tongue = Cue.tongues.firstIndex(where: { $0.cue.index == cue }) { tongues[tongue] += 1 }
        if cue == Cue.conditional.index, isSpanishYes(find.range) { return add(1, for: .yes, to: index) }
        sums[index * cueCount + cue] += find.weight
        if find.weight > 0 { places.append(.init(cue: cue, sentence: index, range: find.range)) }
    }

    /// "Sí" is no "si", though accents are folded where words are looked up.
    private func isSpanishYes(_ range: Range<Int>) -> Bool {
        range.count == 2 && scalars[range.lowerBound + 1] == "í"
    }

    /// Counts the words, and keeps those with a meaning of their own.
    mutating func take(_ text: TokenizedText) {
        for token in text.tokens {
            guard let index = sentence(at: token.start), !slots.contains(token.start) else { continue }
            guard token.kind != .boundary, token.kind != .mark else { continue }
            sentences[index].words += 1
            if token.end - token.start > 6 { sentences[index].longWords += 1 }
            guard !meaningless.contains(token.start) else { continue }
            let key = ContentKey.key(of: text.form(of: token))
            if key != 0 { sentences[index].keys.append(key) }
        }
    }

    private func sentence(at place: Int) -> Int? {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count && sentences[low].range.contains(place) ? low : nil
    }

    consuming func finished() -> ([CheckedSentence], [CheckedText.CuePlace], [Int]) {
        for index in sentences.indices {
            for cue in 0..<cueCount where sums[index * cueCount + cue] >= CheckedSentence.threshold {
                sentences[index].cues.insert(at: cue)
            }
            sentences[index].keys.sort()
            if sentences[index].has(.regret), sentences[index].has(.negation) { sentences[index].cues.insert(.refusal) }
        }
        places.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        return (sentences, places, tongues)
    }
}
