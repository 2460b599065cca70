/// A command that was given and is not finished, with what the server has said for it so far.
struct PendingCommand: Sendable {
    let id: CommandID
    let command: Command
    /// Whether the session gave it itself, so that nobody waits for its outcome.
    let isInternal: Bool
    private var gathered = Gathered()

    private struct Gathered: Sendable {
        var capabilities: Capabilities?
        var mailboxes: [Mailbox] = []
        var selected = SelectedMailbox()
        var found = UIDSet()
        var copied: ResponseCode?
    }

    init(id: CommandID, command: Command, isInternal: Bool) {
        self.id = id
        self.command = command
        self.isInternal = isInternal
        if case .examine = command { gathered.selected.isReadOnly = true }
    }

    /// Takes in a response if it answers this command.
    mutating func take(_ response: UntaggedResponse, isUTF8: Bool) -> Bool {
        switch (command, response) {
        case (.capability, .capability(let names)), (.enable, .enabled(let names)): gathered.capabilities = names
        case (.list, .list(let listing)): gathered.mailboxes.append(Mailbox(listing, isUTF8: isUTF8))
        case (.select, _), (.examine, _): return gathered.selected.take(response)
        case (.search, .search(let result)):
            guard result.tag == nil || result.tag == id.tag else { return false }
            gathered.found = gathered.found.isEmpty ? result.found : gathered.found.union(result.found)
        case (.copy, .status(let status)), (.move, .status(let status)):
            guard case .copyUID = status.text.code else { return false }
            gathered.copied = status.text.code
        default: return false
        }
        return true
    }

    /// Whether the response brings a message that this command asked for: by its UID, and by something it asked for and
    /// that the server does not tell on its own.
    func asked(for response: FetchResponse) -> Bool {
        guard case .fetch(let uids, let items) = command, let uid = response.uid, uids.contains(uid) else {
            return false
        }
        let wantsPart = items.contains(.message) || items.contains(.header)
        guard wantsPart == !response.sections.isEmpty else { return false }
        return items.contains { $0 != .uid && $0.isAnswered(by: response) } || items.allSatisfy { $0 == .uid }
    }

    /// The outcome, once the server has said OK.
    func outcome(_ text: StatusText) -> CommandOutcome {
        switch command {
        case .capability: return .capabilities(gathered.capabilities ?? Capabilities())
        case .enable: return .enabled(gathered.capabilities ?? Capabilities())
        case .list: return .mailboxes(gathered.mailboxes)
        case .select, .examine:
            var selected = gathered.selected
            _ = selected.take(text)
            return .selected(selected)
        case .search: return .found(gathered.found)
        case .append, .copy, .move: return Self.outcome(text, code: gathered.copied ?? text.code)
        default: return .done(text)
        }
    }

    private static func outcome(_ text: StatusText, code: ResponseCode?) -> CommandOutcome {
        switch code {
        case .appendUID(let validity, let uids): .appended(validity, uids)
        case .copyUID(let validity, let source, let destination):
            .copied(validity, source: source, destination: destination)
        default: .done(text)
        }
    }
}
