/// The weights of a passage's words by cue; made once and used again for one passage after the other.
struct CueSums {
    private var sums = [Double](repeating: 0, count: Cue.allCases.count)
    private var touched: [Cue] = []

    /// From this on, a passage's words are a cue.
    private static let threshold = 1.0

    mutating func add(_ weight: Double, for cue: Cue) {
        touched.append(cue)
        sums[cue.rawValue] += weight
    }

    /// The cues whose words come to the threshold; afterwards all sums are 0 again.
    mutating func drain() -> CueSet {
        var cues: CueSet = []
        for cue in touched {
            if sums[cue.rawValue] >= Self.threshold { cues.insert(cue) }
        }
        for cue in touched { sums[cue.rawValue] = 0 }
        touched.removeAll(keepingCapacity: true)
        return cues
    }
}
