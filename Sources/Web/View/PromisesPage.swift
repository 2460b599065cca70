import Foundation
import Model

/// What customers were promised: what is late, what is due, and how promises ended.
struct PromisesPage: Page {
    static let template = "promises"
    /// Promises of each kind that are shown.
    static let size = 200
    /// Seconds that the tallies look back.
    static let tallied: TimeInterval = 90 * 86_400

    var frame: Frame
    var late: [PromiseItem]
    var hasLate: Bool
    var coming: [PromiseItem]
    var hasComing: Bool
    var isEmpty: Bool
    var tallies: [TallyItem]
    var hasTallies: Bool
    /// How they ended, in one sentence.
    var sum: String

    /// - Parameter broken: those that are not done yet.
    init(frame: Frame, broken: [Promise], open: [Promise], tallies: [PromiseTally], clock: Clock) {
        self.frame = frame
        let items = (broken + open).map { PromiseItem($0, inConversation: false, clock: clock) }
        late = items.filter(\.isLate)
        coming = items.filter { !$0.isLate }
        hasLate = !late.isEmpty
        hasComing = !coming.isEmpty
        isEmpty = items.isEmpty
        self.tallies = tallies.map(TallyItem.init).filter { $0.kept + $0.beaten + $0.broken > 0 }
        hasTallies = !self.tallies.isEmpty
        sum = Self.sum(self.tallies)
    }

    private static func sum(_ tallies: [TallyItem]) -> String {
        let good = tallies.reduce(0) { $0 + $1.kept + $1.beaten }
        let all = tallies.reduce(good) { $0 + $1.broken }
        guard all > 0 else { return "" }
        return "\(good) of \(all) promises made in the last 90 days were kept."
    }
}
