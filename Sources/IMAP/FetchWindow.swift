/// Some messages that are fetched by one command, until all of them are durable.
struct FetchWindow: Sendable {
    let id: CommandID
    let item: FetchItem
    /// Asked for and not come.
    private(set) var awaited: [UID: SizedMessage]
    /// Come and not yet durable.
    private(set) var unstored: Set<UID> = []
    /// Whether the command is still in flight.
    private(set) var isInFlight = true

    init(id: CommandID, messages: [SizedMessage]) {
        self.id = id
        item = messages.first?.item ?? .message
        awaited = Dictionary(messages.map { ($0.uid, $0) }) { first, _ in first }
    }

    var command: Command { .fetch(UIDSet(awaited.keys), [.size, .internalDate, .flags, item]) }

    /// The lowest UID that is not durable.
    var lowest: UID? { [awaited.keys.min(), unstored.min()].compactMap(\.self).min() }

    /// How many of the messages up to that one are not durable yet.
    func unfinished(upTo last: UID) -> Int {
        awaited.keys.count { $0 <= last } + unstored.count { $0 <= last }
    }

    /// Whether nothing is left to wait for.
    var isDone: Bool { !isInFlight && awaited.isEmpty && unstored.isEmpty }

    /// The message has come: what was known of it, or nil where it was not awaited.
    mutating func arrived(_ uid: UID) -> SizedMessage? {
        guard let message = awaited.removeValue(forKey: uid) else { return nil }
        unstored.insert(uid)
        return message
    }

    /// The message will not come by this command: what was known of it, or nil where it was not awaited.
    mutating func release(_ uid: UID) -> SizedMessage? { awaited.removeValue(forKey: uid) }

    /// The message is durable.
    mutating func stored(_ uid: UID) { unstored.remove(uid) }

    /// The command is finished; the messages that did not come.
    mutating func finish() -> [SizedMessage] {
        isInFlight = false
        defer { awaited = [:] }
        return awaited.values.sorted { $0.uid < $1.uid }
    }
}
