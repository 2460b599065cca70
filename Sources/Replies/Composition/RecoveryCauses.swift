import Foundation
import Model

/// What makes a reply a recovery, and whether it is the second with one customer.
enum RecoveryCauses {
    static func of(_ reading: Reading, customer: CustomerRecord) -> [RecoveryCause] {
        let signals = reading.signals
        let isComplaint = reading.matters.contains { $0.hasPrefix("complaint.") }
        let isDistress = signals.distress || signals.sentiment <= -2
        // Somebody who praises us is not made up to for what was before.
        let isContent = signals.sentiment >= 1 || reading.matters == ["praise"]
        let wroteBefore = reading.circumstances.contains { $0.kind == .repeatContact }
        return RecoveryCause.allCases.filter { cause in
            switch cause {
            case .complaint: isComplaint
            case .distress: isDistress
            case .secondContact: wroteBefore && !isContent
            case .brokenPromise: customer.brokenPromises > 0 && !isContent
            }
        }
    }

    /// Seconds in which a second recovery with one customer wants a second pair of eyes: 90 days.
    private static let memory: TimeInterval = 90 * 86_400

    static func isSecondFailure(_ customer: CustomerRecord, at time: Date) -> Bool {
        customer.recoveries.contains { $0 <= time && time.timeIntervalSince($0) <= memory }
    }
}
