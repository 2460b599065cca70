/// From which sums on a signal is given. `config/signals.yaml` tells its editors the same.
enum SignalThresholds {
    /// One step and two steps of sentiment, either way.
    static let sentiment = [1.5, 3.5]
    /// A word of discontent from this weight on makes a message more than displeased, with others beside it; without
    /// one, it stays at the sum below.
    static let strong = 2.0
    static let mildest = 3.0
    /// Steps of urgency and of effort.
    static let degree = [1.5, 3, 5]
    /// Distress, churn, public complaint, praise.
    static let yes = 2.0
    /// A word of sentiment counts so much more with a word such as "very" before it.
    static let intensified = 1.5
    /// The sentiment of a message that presses its point counts so much more.
    static let emphasised = 1.4

    /// How many of the steps `sum` has reached.
    static func steps(_ sum: Double, _ steps: [Double]) -> Int {
        steps.count { sum >= $0 }
    }
}
