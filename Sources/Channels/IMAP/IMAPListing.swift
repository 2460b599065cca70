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
        let (backlog, news) = split(all)
        if start == .now, !isRescan { return news }
        guard !backlog.isEmpty, let border = start.border(firstConnected: kept?.firstConnected ?? .distantPast) else {
            return all
        }
        let candidates = Set(try await found(by: [.since(.searched(for: border))], on: &line))
        return try await received(since: border, backlog.filter(candidates.contains), on: &line) + news
    }

    /// Whether what is there has been, or will be, taken anew.
    private var isRescan: Bool {
        kept.map { $0.isRescan || $0.validity != validity } ?? false
    }

    /// What was there when this UIDVALIDITY was first seen, and what came later. Before that, all is backlog.
    private func split(_ uids: [UID]) -> (backlog: [UID], news: [UID]) {
        guard let kept, kept.validity == validity else { return (uids, []) }
        return (uids.filter { $0.rawValue <= kept.backlogEnd }, uids.filter { $0.rawValue > kept.backlogEnd })
    }

    private func found(by keys: [SearchKey], on line: inout IMAPLine) async throws -> [UID] {
        guard case .found(let uids) = try await line.run(.search(keys)) else { return [] }
        return Array(uids.uids)
    }

    private func received(since border: Date, _ uids: [UID], on line: inout IMAPLine) async throws -> [UID] {
        guard !uids.isEmpty else { return [] }
        var wanted: [UID] = []
        _ = try await line.run(.fetch(UIDSet(uids), [.internalDate])) { action in
            guard case .event(.fetched(let response, _)) = action, let uid = response.uid else { return }
            if response.internalDate.map({ $0 >= border }) ?? true { wanted.append(uid) }
        }
        return wanted.sorted()
    }
}
