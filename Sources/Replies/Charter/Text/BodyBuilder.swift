import Scoring

/// Gives each sentence its cue words and its words, in one walk along the text.
struct BodyBuilder {
    private(set) var sentences: [CheckedSentence] = []
    private(set) var places: [CuePlace] = []
    private(set) var keys: [UInt64] = []
    /// By the order of `Cue.tongues`.
    private(set) var tongues = Cue.tongues.map { _ in 0 }
    private let scalars: [Unicode.Scalar]
    private let quotes: TextRanges
    private let slots: TextRanges
    private let finds: [CueFinder.Find]
    private let text: TokenizedText
    private var nextFind = 0
    private var nextToken = 0
    private var sums = CueSums()
    /// Where words of the sentence begin that bear no meaning, in its order.
    private var meaningless: [Int] = []

    /// - Parameters:
    ///   - body: the part of the text that is cut to sentences.
    ///   - finds: in the order of the text.
    init(_ scalars: [Unicode.Scalar], body: Range<Int>, finds: [CueFinder.Find], text: TokenizedText) {
        self.scalars = scalars
        self.finds = finds
        self.text = text
        quotes = QuotedWords.ranges(in: scalars)
        slots = SlotSpans.ranges(in: scalars)
        keys.reserveCapacity(text.tokens.count)
        places.reserveCapacity(finds.count)
        for range in SentenceCutter.sentences(of: scalars, in: body) {
            var sentence = CheckedSentence(range: range)
            take(&sentence)
            sentences.append(sentence)
        }
    }

    private mutating func take(_ sentence: inout CheckedSentence) {
        meaningless.removeAll(keepingCapacity: true)
        let (firstPlace, firstKey) = (places.count, keys.count)
        look(at: &sentence)
        takeFinds(of: &sentence, from: firstPlace)
        takeWords(of: &sentence)
        sentence.places = firstPlace..<places.count
        sentence.keys = firstKey..<keys.count
        sentence.cues = sums.drain()
        if sentence.has(.regret), sentence.has(.negation) { sentence.cues.insert(.refusal) }
    }

    private mutating func look(at sentence: inout CheckedSentence) {
        for place in sentence.range {
            switch scalars[place] {
            case "?" where !quotes.contains(place): sentence.isQuestion = true
            case "!" where !quotes.contains(place): sentence.exclamations += 1
            case ":" where isClock(around: place): sums.add(2, for: .time)
            default: break
            }
        }
        sentence.hasSlot = slots.begin(in: sentence.range)
    }

    /// "14:30".
    private func isClock(around place: Int) -> Bool {
        guard place > 0, place + 2 < scalars.count else { return false }
        return scalars[place - 1].isDigit && scalars[place + 1].isDigit && scalars[place + 2].isDigit
    }

    private mutating func takeFinds(of sentence: inout CheckedSentence, from firstPlace: Int) {
        while nextFind < finds.count, finds[nextFind].range.lowerBound < sentence.range.upperBound {
            let find = finds[nextFind]
            nextFind += 1
            let start = find.range.lowerBound
            guard start >= sentence.range.lowerBound, !slots.contains(start) else { continue }
            switch find.meaning {
            case .topic(let topic): sentence.topics |= 1 << UInt64(topic)
            case .cue(let cue): take(cue, find, from: firstPlace)
            }
        }
    }

    private mutating func take(_ cue: Cue, _ find: CueFinder.Find, from firstPlace: Int) {
        let start = find.range.lowerBound
        let isMeaningless = Cue.meaningless.contains(cue)
        if isMeaningless { meaningless.append(start) }
        guard !quotes.contains(start) else { return }
        if isMeaningless, let tongue = cue.tongue { tongues[tongue] += 1 }
        if cue == .conditional, isSpanishYes(find.range) { return sums.add(1, for: .yes) }
        sums.add(find.weight, for: cue)
        if find.weight > 0 {
            insert(CuePlace(cue: cue, sentence: sentences.count, range: find.range), from: firstPlace)
        }
    }

    /// Of those that begin at one place the longest first.
    private mutating func insert(_ place: CuePlace, from firstPlace: Int) {
        var index = places.count
        while index > firstPlace, places[index - 1].range.lowerBound == place.range.lowerBound,
            places[index - 1].range.upperBound < place.range.upperBound
        {
            index -= 1
        }
        places.insert(place, at: index)
    }

    /// "Sí" is no "si", though accents are folded where words are looked up.
    private func isSpanishYes(_ range: Range<Int>) -> Bool {
        range.count == 2 && scalars[range.lowerBound + 1] == "í"
    }

    /// Counts the words, and keeps those with a meaning of their own.
    private mutating func takeWords(of sentence: inout CheckedSentence) {
        var nextMeaningless = 0
        while nextToken < text.tokens.count, text.tokens[nextToken].start < sentence.range.upperBound {
            let token = text.tokens[nextToken]
            nextToken += 1
            guard token.start >= sentence.range.lowerBound, !token.endsSentence, !slots.contains(token.start)
            else { continue }
            sentence.words += 1
            if token.end - token.start > 6 { sentence.longWords += 1 }
            while nextMeaningless < meaningless.count, meaningless[nextMeaningless] < token.start {
                nextMeaningless += 1
            }
            if nextMeaningless < meaningless.count, meaningless[nextMeaningless] == token.start { continue }
            let key = text.key(of: token, by: ContentKey.key)
            if key != 0 { keys.append(key) }
        }
    }
}

/// A cue word in a sentence of the body that speaks for something.
struct CuePlace: Sendable {
    let cue: Cue
    let sentence: Int
    /// In Unicode scalars of the text.
    let range: Range<Int>
}
