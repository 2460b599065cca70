extension MailboxSync {
    /// A response came for one of the sync's commands. The message, if that is what it brought, or if it is now known that
    /// nothing can be had of it: it has to be made durable and then reported by `stored`. A response for another command
    /// gives nothing.
    package mutating func fetched(_ response: FetchResponse, by id: CommandID) -> SyncedMessage? {
        guard let uid = response.uid else { return nil }
        if let index = windows.firstIndex(where: { $0.id == id && $0.isInFlight }) {
            return message(uid, response, window: index)
        }
        guard let size = response.size else { return nil }
        if sizing?.id == id, sizing?.uids.remove(uid) != nil { return queue(uid, size: size) }
        guard case .arrivals(let first)? = question(id), uid >= first, arrived.insert(uid).inserted else { return nil }
        return queue(uid, size: size)
    }

    /// A command of the sync's is finished. The result of another command changes nothing.
    ///
    /// Returns messages of which nothing can be had. Throws what makes it useless to go on with this connection: the caller
    /// ends it and tries again later, from the cursor.
    package mutating func completed(
        _ id: CommandID,
        _ result: Result<CommandOutcome, IMAPError>
    ) throws(IMAPError) -> [SyncedMessage] {
        defer { windows.removeAll(where: \.isDone) }
        if let index = windows.firstIndex(where: { $0.id == id && $0.isInFlight }) {
            try judge(result)
            finishWindow(index)
        } else if sizing?.id == id {
            return try judge(result) ? finishSizes() : isolate()
        } else if let question = question(id) {
            try answer(question, result)
        }
        return []
    }

    func question(_ id: CommandID) -> UIDScan.Question? { scan.open?.id == id ? scan.open?.question : nil }

    /// Whether a command succeeded. Throws where it failed for reasons that one message cannot have, or where too many
    /// have failed in a row for it to be the messages.
    @discardableResult
    private mutating func judge(_ result: Result<CommandOutcome, IMAPError>) throws(IMAPError) -> Bool {
        guard case .failure(let error) = result else {
            refusals = 0
            return true
        }
        refusals += 1
        guard case .refused(let refusal) = error, !refusal.asksToWait, refusals <= Self.patience else { throw error }
        return false
    }

    /// So many refusals in a row are the server's trouble and not that of single messages.
    private static let patience = 25

    private mutating func answer(
        _ question: UIDScan.Question,
        _ result: Result<CommandOutcome, IMAPError>
    ) throws(IMAPError) {
        switch question {
        case .highest: answerHighest(try result.get().foundUIDs)
        case .existing(let range):
            let uids = try result.get().foundUIDs.limited(to: range)
            let new = arrived.isEmpty ? uids : UIDSet(uids.uids.filter { !arrived.contains($0) })
            found = found.union(new)
            scan.answered(upTo: range.upperBound)
        case .arrivals:
            guard try judge(result) else { return scan.refusedArrivals() }
            scan.answered(upTo: arrived.max())
            arrived = []
        }
    }

    private mutating func answerHighest(_ uids: UIDSet) {
        let highest = Int(uids.last?.rawValue ?? 0)
        if awaitsStart {
            base.backlogEnd = UInt32(clamping: highest)
            scan.border = highest
        }
        scan.answered(highest: highest, skipping: awaitsStart && skipsBacklog)
        awaitsStart = false
    }

    /// What has no size by now is gone.
    private mutating func finishSizes() -> [SyncedMessage] {
        for uid in sizing?.uids ?? [] { failures[uid] = nil }
        sizing = nil
        sizeStep = min(limits.sizes, sizeStep * 8)
        return []
    }

    /// The sizes were refused: asks in smaller steps, until a single message is to blame, and tries that without its size.
    private mutating func isolate() -> [SyncedMessage] {
        let left = sizing?.uids ?? []
        sizing = nil
        if sizeStep > 1 {
            sizeStep = max(1, sizeStep / 8)
            found = found.union(UIDSet(left))
            return []
        }
        return left.compactMap { uid in
            failures[uid] = max(1, failures[uid] ?? 0)
            return queue(uid, size: 0)
        }
    }

    private mutating func finishWindow(_ index: Int) {
        for message in windows[index].finish() {
            failures[message.uid, default: 0] += 1
            found.insert(message.uid)
        }
    }
}

extension CommandOutcome {
    fileprivate var foundUIDs: UIDSet {
        guard case .found(let uids) = self else { return UIDSet() }
        return uids
    }
}
