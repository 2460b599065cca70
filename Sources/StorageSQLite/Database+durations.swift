import Foundation
import GRDB
import Model

extension Database {
    func promiseDurations(inbox: InboxName, matter: String, limit: Int, at: Date) throws -> [TimeInterval] {
        try numbers(Self.durations, [inbox.column, matter.column, at.microseconds, max(limit, 0)])
            .map { TimeInterval($0) / 1_000_000 }
    }

    /// Those whose place another took are left out: that one counts from when they began.
    static let durations = """
        SELECT max(coalesce(done_at, ?3) - began_at, 0) FROM promise
        WHERE inbox = ?1 AND matter = ?2
            AND (state IN ('kept', 'beaten') OR state = 'broken' AND (done_at IS NOT NULL OR settled_by IS NULL))
        ORDER BY made_at DESC, id DESC LIMIT ?4
        """

    func promiseTallies(since: Date) throws -> [PromiseTally] {
        var tallies: [PromiseTally] = []
        for row in try rows(Self.tallies, [since.microseconds]) {
            let tally = PromiseTally(
                inbox: try row.inbox(),
                matter: try row.text("matter"),
                template: try row.text("template"),
                counts: [try row.word(Promise.State.self, "state"): try row.int("count")]
            )
            if let last = tallies.last, last.isOfSame(as: tally) {
                tallies[tallies.count - 1].counts.merge(tally.counts) { $0 + $1 }
            } else {
                tallies.append(tally)
            }
        }
        return tallies
    }

    static let tallies = """
        SELECT inbox, matter, template, state, count(*) AS count FROM promise
        WHERE made_at >= ? AND +state <> 'open'
        GROUP BY +inbox, +matter, +template, +state ORDER BY +inbox, +matter, +template
        """
}

extension PromiseTally {
    fileprivate func isOfSame(as other: Self) -> Bool {
        inbox == other.inbox && matter == other.matter && template == other.template
    }
}
