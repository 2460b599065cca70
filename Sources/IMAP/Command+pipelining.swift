extension Command {
    /// Whether it may be sent while the others are still unanswered.
    ///
    /// Only commands that name messages by UID and leave the mailbox selected, and of searches one at a time, since a
    /// plain SEARCH response does not say whose it is. RFC 9051 section 5.5.
    func mayJoin(_ others: [Command]) -> Bool {
        guard !others.isEmpty else { return true }
        guard isSharing, others.allSatisfy(\.isSharing) else { return false }
        guard case .search = self else { return true }
        return !others.contains { if case .search = $0 { true } else { false } }
    }

    private var isSharing: Bool {
        switch self {
        case .fetch, .search, .store: true
        default: false
        }
    }
}
