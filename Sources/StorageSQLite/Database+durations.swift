import Foundation
import GRDB
import Model

extension Database {
    func promiseSpans(inbox: InboxName, matter: String, limit: Int, at: Date) throws -> [DateInterval] {
        try rows(Self.promiseSpans, [inbox.column, matter.column, at.microseconds, max(limit, 0)]).map { try $0.span() }
    }

    /// Those whose place another took are left out: that one counts from when they began.
    static let promiseSpans = """
        SELECT began_at AS began, coalesce(done_at, ?3) AS ended FROM promise
        WHERE inbox = ?1 AND matter = ?2
            AND (state IN ('kept', 'beaten') OR state = 'broken' AND (done_at IS NOT NULL OR settled_by IS NULL))
        ORDER BY made_at DESC, id DESC LIMIT ?4
        """

    func answerSpans(inbox: InboxName, limit: Int) throws -> [DateInterval] {
        try rows(Self.answerSpans, [inbox.column, max(limit, 0)]).map { try $0.span() }
    }

    /// A reply that nobody got answers nothing: `answered_by` is taken back with it.
    static let answerSpans = """
        SELECT min(message.taken_at) AS began, outgoing.created_at AS ended
        FROM outgoing CROSS JOIN message ON message.answered_by = outgoing.id
        WHERE outgoing.inbox = ? AND outgoing.kind = 'reply' AND message.circumstance = 'live'
        GROUP BY outgoing.id ORDER BY outgoing.id DESC LIMIT ?
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

extension Row {
    /// Clocks that were set back give no length, not a negative one.
    fileprivate func span() throws -> DateInterval {
        let (began, ended) = (try date("began"), try date("ended"))
        return DateInterval(start: began, end: Swift.max(began, ended))
    }
}
