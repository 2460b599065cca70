/// A sentence with what its words are cues for.
struct CheckedSentence: Sendable {
    enum Role: Sendable {
        case greeting
        case body
        case signature
    }

    /// In Unicode scalars of the text.
    let range: Range<Int>
    let paragraph: Int
    let role: Role
    /// Those whose words come to `threshold` or more.
    var cues: CueSet = []
    /// A bit for each topic.
    var topics: UInt64 = 0
    /// Its words with a meaning of their own, sorted.
    var keys: [UInt64] = []
    var words = 0
    /// Words of more than six letters.
    var longWords = 0
    var isQuestion = false
    var exclamations = 0
    /// Whether a slot is still open in it.
    var hasSlot = false

    static let threshold = 1.0

    init(range: Range<Int>, paragraph: Int, role: Role) {
        self.range = range
        self.paragraph = paragraph
        self.role = role
    }

    func has(_ cue: Cue) -> Bool { cues.contains(cue) }

    func hasAny(_ other: CueSet) -> Bool { cues.meets(other) }

    /// An open slot may come to name one.
    var namesTime: Bool { has(.time) || hasSlot }

    /// Whether it shares words or topics with something else.
    func isAbout(keys other: [UInt64], topics: UInt64) -> Bool {
        self.topics & topics != 0 || keys.contains { ContentKey.contains($0, in: other) }
    }
}
