extension MailboxSync {
    /// Queues a message by its size and by how often fetching it has failed: whole, whole and alone, header alone. Gives
    /// it back without content when all that has been tried.
    mutating func queue(_ uid: UID, size: Int) -> SyncedMessage? {
        let failed = failures[uid] ?? 0
        guard failed < 3 else {
            failures[uid] = nil
            unavailable.insert(uid)
            return SyncedMessage(uid: uid, internalDate: nil, flags: nil, origin: origin(uid), content: .unavailable)
        }
        let isWhole = size <= limits.messageBytes && failed < 2
        sized.append(SizedMessage(uid: uid, size: size, item: isWhole ? .message : .header, isAlone: failed > 0))
        return nil
    }

    /// The message that a window's response brought. A part that turns out to be larger than the parser's limit is asked
    /// for again: of a message its header; and a header counts as failed.
    mutating func message(_ uid: UID, _ response: FetchResponse, window index: Int) -> SyncedMessage? {
        let item = windows[index].item
        guard let section = response.sections.first(where: { $0.part == (item == .header ? .header : .whole) }) else {
            return nil
        }
        switch section.content {
        case .none: return nil
        case .oversized(let size):
            guard item == .message, windows[index].release(uid) != nil else { return nil }
            sized.append(
                SizedMessage(uid: uid, size: max(size, limits.messageBytes + 1), item: .header, isAlone: false)
            )
            return nil
        case .bytes(let bytes):
            guard let known = windows[index].arrived(uid) else { return nil }
            failures[uid] = nil
            refusals = 0
            return SyncedMessage(
                uid: uid,
                internalDate: response.internalDate,
                flags: response.flags,
                origin: origin(uid),
                content: content(bytes, of: known)
            )
        }
    }

    private func content(_ bytes: [UInt8], of message: SizedMessage) -> SyncedMessage.Content {
        if message.item == .message { return .whole(bytes) }
        return message.size > limits.messageBytes ? .header(bytes, oversized: message.size) : .headerOnly(bytes)
    }

    private func origin(_ uid: UID) -> SyncedMessage.Origin {
        guard uid.rawValue <= base.backlogEnd else { return .new }
        return base.backlog == .rescan ? .rescan : .backlog
    }
}
