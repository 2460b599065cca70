extension MailboxSync {
    /// The next command to give under the id, or nil when results have to be awaited first. Ask again after every result.
    package mutating func next(as id: CommandID) -> Command? {
        guard inFlight < limits.commands else { return nil }
        return nextSizes(as: id) ?? nextWindow(as: id) ?? nextSearch(as: id)
    }

    private var inFlight: Int {
        windows.count(where: \.isInFlight) + (sizing == nil ? 0 : 1) + (scan.open == nil ? 0 : 1)
    }

    private mutating func nextSizes(as id: CommandID) -> Command? {
        guard sizing == nil, sized.count < limits.sizes / 2 + 1, !found.isEmpty else { return nil }
        let uids = found.removeFirst(sizeStep)
        sizing = (id, Set(uids.uids))
        return .fetch(uids, [.size])
    }

    private mutating func nextWindow(as id: CommandID) -> Command? {
        guard windows.count < limits.openWindows, let messages = nextMessages() else { return nil }
        sized.removeFirst(messages.count)
        let window = FetchWindow(id: id, messages: messages)
        windows.append(window)
        return window.command
    }

    /// The messages of the next window; none while it could still be filled by sizes that are under way.
    private func nextMessages() -> [SizedMessage]? {
        guard let first = sized.first else { return nil }
        var bytes = first.size
        var messages = [first]
        for message in sized.dropFirst() {
            let fits = message.size <= limits.windowBytes - min(bytes, limits.windowBytes)
            guard messages.count < limits.windowMessages, fits, message.canFollow(first) else { return messages }
            messages.append(message)
            bytes += message.size
        }
        let isFull = messages.count == limits.windowMessages || first.isAlone
        return sizing == nil || isFull ? messages : nil
    }

    private mutating func nextSearch(as id: CommandID) -> Command? {
        guard found.count < limits.sizes, let question = scan.ask(as: id) else { return nil }
        switch question {
        case .highest: return .search([.uid(UIDSet(from: .highest))])
        case .arrivals(let first): return .fetch(UIDSet(from: first), [.size])
        case .existing(let range):
            guard case .since(let day) = start, range.upperBound.rawValue <= base.backlogEnd else {
                return .search([.uid(UIDSet(range))])
            }
            return .search([.uid(UIDSet(range)), .since(day)])
        }
    }
}
