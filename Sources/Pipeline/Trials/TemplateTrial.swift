import Foundation
package import Model
import Replies

/// What changed templates would have made of messages of the past, held against what was drafted before.
package struct TemplateTrial: Sendable {
    /// A draft that would now be another.
    package struct Change: Hashable, Sendable {
        package var message: Message.ID
        /// Subject, text and promises, in lines as the customer or the desk sees them.
        package var lines: [LineChange]
        /// The labels of slots that have to be filled now, and were not there or not open before.
        package var newOpenSlots: [String]
        package var gained: [Finding]
        package var lost: [Finding]
        /// Of the charter, from 0 to 100.
        package var scoreBefore: Int
        /// nil where there would be no draft any more.
        package var scoreAfter: Int?
    }

    /// How many messages were drafted for again.
    package let looked: Int
    /// Newest first.
    package let changes: [Change]
    /// The mean of the scores of all drafts, those that stay the same included; nil where there are none.
    package let scoreBefore: Double?
    package let scoreAfter: Double?
    /// Oldest first.
    package let overBudget: [OverBudget]

    /// Drafts for every message again, on `tasks` threads. Touches nothing.
    ///
    /// - Parameters:
    ///   - before: nil holds the new drafts against those that were written when the messages came.
    ///   - goodwill: what may be given, for the offers of the new drafts.
    package init(
        _ past: [PastDraft],
        before: MessagePreparation?,
        after: MessagePreparation,
        goodwill: GoodwillPolicy,
        tasks: Int = 2
    ) async {
        let pairs = await Self.pairs(past, before, after, tasks: tasks)
        looked = past.count
        changes = pairs.compactMap(\.change)
        scoreBefore = Self.mean(pairs.map(\.before.report.score))
        scoreAfter = Self.mean(pairs.compactMap(\.after?.report.score))
        var trial = BudgetTrial(goodwill)
        for (past, pair) in zip(past, pairs).reversed() {
            guard let body = pair.after?.body else { continue }
            let name = past.message.inbox
            trial.give(body, for: past, today: CalendarDay(past.draftedAt, in: after.inbox(name).hours.zone), after)
        }
        overBudget = trial.overBudget
    }

    /// How often each check would find something that it did not find before, or no longer, most often first.
    package var findings: [(check: String, gained: Int, lost: Int)] {
        var counts: [String: (gained: Int, lost: Int)] = [:]
        for change in changes {
            for finding in change.gained { counts[finding.check, default: (0, 0)].gained += 1 }
            for finding in change.lost { counts[finding.check, default: (0, 0)].lost += 1 }
        }
        return counts.map { ($0.key, $0.value.gained, $0.value.lost) }.sorted { a, b in
            a.1 + a.2 == b.1 + b.2 ? a.0 < b.0 : a.1 + a.2 > b.1 + b.2
        }
    }

    private static func pairs(
        _ past: [PastDraft],
        _ before: MessagePreparation?,
        _ after: MessagePreparation,
        tasks: Int
    ) async -> [DraftPair] {
        let size = max(1, (past.count + max(tasks, 1) - 1) / max(tasks, 1))
        let parts = stride(from: 0, to: past.count, by: size).map { past[$0..<min($0 + size, past.count)] }
        return await withTaskGroup(of: (Int, [DraftPair]).self) { group in
            for (place, part) in parts.enumerated() {
                group.addTask { (place, part.map { DraftPair($0, before, after) }) }
            }
            var found: [Int: [DraftPair]] = [:]
            for await (place, part) in group { found[place] = part }
            return parts.indices.flatMap { found[$0] ?? [] }
        }
    }

    private static func mean(_ scores: [Int]) -> Double? {
        scores.isEmpty ? nil : Double(scores.reduce(0, +)) / Double(scores.count)
    }
}
