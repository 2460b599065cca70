/// The weights of a passage's words by cue; made once and used again for one passage after the other.
struct CueSums {
    private var sums = [Double](repeating: 0, count: Cue.allCases.count)
    private var touched: CueSet = []

    /// From this on, a passage's words are a cue.
    private static let threshold = 1.0

    mutating func add(_ weight: Double, for cue: Cue) {
        touched.insert(cue)
        sums[cue.rawValue] += weight
    }

    /// The cues whose words come to the threshold; afterwards all sums are 0 again.
    mutating func drain() -> CueSet {
        var cues: CueSet = []
        let touched = touched
        touched.visit { cue in
            if sums[cue] >= Self.threshold { cues.insert(number: cue) }
            sums[cue] = 0
        }
        self.touched = []
        return cues
    }
}
