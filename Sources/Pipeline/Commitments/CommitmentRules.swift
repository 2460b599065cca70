import Foundation
package import Model

/// What operators say about what we promise, cannot do, and may give.
package struct CommitmentRules: Sendable {
    /// Whether or not they are in force.
    package var limits: [Limit]
    package var goodwill: GoodwillPolicy
    package var inboxes: [InboxName: Inbox]

    package init(limits: [Limit] = [], goodwill: GoodwillPolicy = GoodwillPolicy(), inboxes: [Inbox]) {
        self.limits = limits
        self.goodwill = goodwill
        self.inboxes = Dictionary(inboxes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Limits belong to no inbox: their days are those of the first one by name.
    func today(at now: Date) -> CalendarDay {
        CalendarDay(now, in: inboxes.min { $0.key < $1.key }?.value.hours.zone ?? .gmt)
    }

    func limitsInForce(on day: CalendarDay) -> [Limit] {
        limits.filter { $0.isInForce(on: day) }
    }

    func isInForce(_ id: String, on day: CalendarDay) -> Bool {
        limits.contains { $0.id == id && $0.isInForce(on: day) }
    }

    /// Those of the named ones that may not be told that day: over, run out, or no longer in the file.
    func limitsOver(_ ids: [String], on day: CalendarDay) -> [String] {
        ids.filter { !isInForce($0, on: day) }
    }
}
