/// A sentence with what its words are cues for. Numbers and bits only: what it takes room for is the text's.
struct CheckedSentence: Sendable {
    /// In Unicode scalars of the text.
    let range: Range<Int>
    /// Those whose words come to enough.
    var cues: CueSet = []
    /// A bit for each topic.
    var topics: UInt64 = 0
    /// Where its words with a meaning of their own stand among the text's.
    var keys: Range<Int> = 0..<0
    /// Where its cue words stand among the text's.
    var places: Range<Int> = 0..<0
    var words = 0
    /// Words of more than six letters.
    var longWords = 0
    var isQuestion = false
    var exclamations = 0
    /// Whether a slot is still open in it.
    var hasSlot = false

    init(range: Range<Int>) {
        self.range = range
    }

    func has(_ cue: Cue) -> Bool { cues.contains(cue) }

    func hasAny(_ other: CueSet) -> Bool { cues.meets(other) }

    /// An open slot may come to name one.
    var namesTime: Bool { has(.time) || hasSlot }
}
