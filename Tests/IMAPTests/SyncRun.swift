import TestSupport
import Testing

@testable import IMAP

/// Drives a sync against a model server, with results in any order, and looks after its promises at every step.
struct SyncRun {
    var server: ModelServer
    var limits = SyncLimits()
    var start = StartRule.all
    var random: Seed
    /// Whether the server answers in order, as most do.
    let isOrdered: Bool
    private(set) var sync: MailboxSync
    /// What is durable, by UID: it survives a restart.
    private(set) var stored: [UID: SyncedMessage] = [:]
    private(set) var kept: MailboxCursor?
    private(set) var commands: [Command] = []
    private var inFlight: [(id: CommandID, command: Command)] = []
    private var unstored: [SyncedMessage] = []
    private var lastID = 0

    init(
        _ server: ModelServer,
        start: StartRule = .all,
        limits: SyncLimits = SyncLimits(),
        seed: UInt64 = 1,
        isOrdered: Bool = false
    ) {
        self.isOrdered = isOrdered
        self.server = server
        self.start = start
        self.limits = limits
        random = Seed(seed)
        sync = MailboxSync(server.selected, cursor: nil, start: start, limits: limits)
        kept = sync.cursor
    }

    /// The connection is lost and made again.
    mutating func restart() {
        inFlight = []
        unstored = []
        sync = MailboxSync(server.selected, cursor: kept, start: start, limits: limits)
        keepCursor()
    }

    /// Runs to the end, or for so many steps.
    mutating func run(steps: Int = .max) throws {
        var left = steps
        while left > 0 {
            ask()
            guard !inFlight.isEmpty || !unstored.isEmpty else { break }
            if unstored.isEmpty || (Bool.random(using: &random) && !inFlight.isEmpty) {
                try answerOne()
            } else {
                storeSome()
            }
            left -= 1
        }
        if left > 0 { #expect(sync.isCaughtUp) }
    }

    private mutating func ask() {
        while let command = sync.next(as: CommandID(number: lastID + 1)) {
            lastID += 1
            inFlight.append((CommandID(number: lastID), command))
            commands.append(command)
        }
        #expect(inFlight.count <= limits.commands)
        #expect(sync.windows.count <= limits.openWindows)
    }

    private mutating func answerOne() throws {
        guard let index = isOrdered ? inFlight.indices.first : inFlight.indices.randomElement(using: &random) else {
            return
        }
        let (id, command) = inFlight.remove(at: index)
        let (responses, result) = server.answer(command)
        for response in isOrdered ? responses : responses.shuffled(using: &random) {
            if let message = sync.fetched(response, by: id) { unstored.append(message) }
        }
        unstored += try sync.completed(id, result)
        keepCursor()
    }

    private mutating func storeSome() {
        unstored.shuffle(using: &random)
        let count = Int.random(in: 1...unstored.count, using: &random)
        let batch = unstored.prefix(count)
        for message in batch {
            #expect(stored[message.uid] == nil || kept.map { $0.lastUID < message.uid.rawValue } ?? true)
            stored[message.uid] = message
        }
        unstored.removeFirst(count)
        sync.stored(batch.map(\.uid))
        keepCursor()
    }

    private mutating func keepCursor() {
        let cursor = sync.cursor
        if let cursor, let kept, cursor.uidValidity == kept.uidValidity, cursor.backlog == kept.backlog {
            #expect(cursor.lastUID >= kept.lastUID)
        }
        kept = cursor ?? kept
    }
}
