import Foundation
import IMAP
import Model

/// Which messages of a mailbox are owed, by the same rule by which they are taken.
struct IMAPListing {
    let start: Model.StartRule
    let kept: Cursor?
    let validity: UInt32

    /// Asks the server; only what `from` left out on purpose is missing from the answer.
    func uids(on line: inout IMAPLine) async throws -> [UID] {
        let all = try await found(by: [.all], on: &line)
        guard let kept, kept.validity == validity, start != .all, let last = UID(kept.backlogEnd) else { return all }
        let news = all.filter { $0 > last }
        switch start {
        case .all: return all
        case .now where !kept.isRescan: return news
        case .now:
            let candidates = try await found(by: [.since(.day(of: kept.firstConnected))], on: &line)
            return try await received(since: kept.firstConnected, candidates.filter { $0 <= last }, on: &line) + news
        case .since(let date):
            return try await found(by: [.since(.day(of: date))], on: &line).filter { $0 <= last } + news
        }
    }

    private func found(by keys: [SearchKey], on line: inout IMAPLine) async throws -> [UID] {
        guard case .found(let uids) = try await line.run(.search(keys)) else { return [] }
        return Array(uids.uids)
    }

    private func received(since date: Date, _ uids: [UID], on line: inout IMAPLine) async throws -> [UID] {
        guard !uids.isEmpty else { return [] }
        var wanted: [UID] = []
        _ = try await line.run(.fetch(UIDSet(uids), [.internalDate])) { action in
            guard case .event(.fetched(let response, _)) = action, let uid = response.uid else { return }
            if response.internalDate.map({ $0 >= date }) ?? true { wanted.append(uid) }
        }
        return wanted.sorted()
    }
}
