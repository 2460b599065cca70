/// A part of a sentence that may ask for one thing.
struct Clause {
    /// Places in `ScannedText.pieces`.
    var pieces: Range<Int>
    /// Those that count here.
    var cues: [AskCue]
    /// A question mark ends it.
    var hasMark = false
}
