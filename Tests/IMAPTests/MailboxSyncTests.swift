import Model
import TestSupport
import Testing

@testable import IMAP

@Suite("What to fetch from a mailbox")
struct MailboxSyncTests {
    private static func mailbox(_ count: Int, size: Int = 100) -> ModelServer {
        var server = ModelServer()
        for _ in 0..<count { server.deliver(size: size) }
        return server
    }

    private static func id(_ number: Int) -> CommandID { CommandID(number: number) }

    private static func sized(_ number: Int, _ size: Int) -> FetchResponse {
        var response = FetchResponse(sequenceNumber: 1)
        response.uid = uid(number)
        response.size = size
        return response
    }

    private static func message(_ number: Int, _ part: FetchedSection.Part = .whole) -> FetchResponse {
        var response = sized(number, 3)
        response.sections = [body("abc", part)]
        return response
    }

    @Test("step by step: which there are, how large, the messages; the cursor follows what is durable")
    func steps() throws {
        var sync = MailboxSync(Self.mailbox(3).selected, cursor: nil, start: .all)
        #expect(sync.cursor?.text == "1:0:3:first")
        #expect(sync.next(as: Self.id(1)) == .search([.uid(UIDSet(uid(1)...uid(3)))]))
        #expect(sync.next(as: Self.id(2)) == nil)
        #expect(try sync.completed(Self.id(1), .success(.found(uids(1, 3)))) == [])
        #expect(sync.cursor?.lastUID == 0)
        #expect(sync.next(as: Self.id(2)) == .fetch(uids(1, 3), [.size]))
        #expect(sync.fetched(Self.sized(1, 3), by: Self.id(2)) == nil)
        #expect(sync.fetched(Self.sized(3, 3), by: Self.id(2)) == nil)
        #expect(try sync.completed(Self.id(2), .success(.done(StatusText()))) == [])
        #expect(sync.next(as: Self.id(3)) == .fetch(uids(1, 3), [.size, .internalDate, .flags, .message]))
        #expect(sync.fetched(Self.message(3), by: Self.id(3))?.content == .whole(Array("abc".utf8)))
        sync.stored([uid(3)])
        #expect(sync.cursor?.lastUID == 0)
        #expect(sync.fetched(Self.message(1), by: Self.id(3))?.origin == .backlog)
        #expect(sync.cursor?.lastUID == 0)
        sync.stored([uid(1)])
        #expect(sync.cursor?.lastUID == 3)
        #expect(!sync.isCaughtUp)
        _ = try sync.completed(Self.id(3), .success(.done(StatusText())))
        #expect(sync.isCaughtUp)
        #expect(sync.next(as: Self.id(4)) == nil)
    }

    @Test("new mail is found and measured in one step, and is new")
    func arrivals() throws {
        let kept = MailboxCursor("1:3:3:first")
        var sync = MailboxSync(Self.mailbox(3).selected, cursor: kept, start: .all)
        #expect(sync.isCaughtUp)
        sync.noticeArrivals()
        #expect(!sync.isCaughtUp)
        #expect(sync.next(as: Self.id(1)) == .fetch(UIDSet(from: uid(4)), [.size]))
        #expect(sync.fetched(Self.sized(3, 9), by: Self.id(1)) == nil)
        #expect(sync.fetched(Self.sized(5, 3), by: Self.id(1)) == nil)
        #expect(sync.fetched(Self.sized(5, 3), by: Self.id(1)) == nil)
        _ = try sync.completed(Self.id(1), .success(.done(StatusText())))
        #expect(sync.next(as: Self.id(2)) == .fetch(uids(5), [.size, .internalDate, .flags, .message]))
        #expect(sync.fetched(Self.message(5), by: Self.id(2))?.origin == .new)
        _ = try sync.completed(Self.id(2), .success(.done(StatusText())))
        sync.stored([uid(5)])
        #expect(sync.cursor?.text == "1:5:3:first")
    }

    @Test("`now` takes nothing of what is there", arguments: [true, false])
    func startNow(tellsNext: Bool) throws {
        var server = Self.mailbox(5)
        server.tellsNext = tellsNext
        var run = SyncRun(server, start: .now)
        try run.run()
        #expect(run.stored.isEmpty)
        #expect(run.kept?.text == "1:5:5:first")
        run.server.deliver()
        run.restart()
        try run.run()
        #expect(run.stored.keys.map(\.rawValue) == [6])
        #expect(run.stored.values.allSatisfy { $0.origin == .new })
    }

    @Test("`since` searches by date in the backlog, also after a restart, and takes all that comes")
    func since() throws {
        var server = ModelServer()
        for number in 1...30 { server.deliver(isOld: number % 3 == 0) }
        let day = try #require(CalendarDay(year: 2024, month: 2, day: 1))
        var run = SyncRun(server, start: .since(day), limits: SyncLimits(windowMessages: 2, sizes: 4, searchWidth: 7))
        try run.run(steps: 9)
        run.server.deliver(isOld: true)
        run.restart()
        try run.run()
        let wanted = (1...31).map(uid).filter { $0.rawValue % 3 != 0 || $0.rawValue == 31 }
        #expect(run.stored.keys.sorted() == wanted)
        #expect(run.stored[uid(31)]?.origin == .new)
    }

    @Test("a changed UIDVALIDITY fetches everything anew, as a rescan, also after a restart")
    func rescan() throws {
        var run = SyncRun(Self.mailbox(200))
        try run.run()
        #expect(!run.sync.isRescan)
        run.server.validity = 2
        run.restart()
        #expect(run.sync.isRescan)
        #expect(run.kept?.text == "2:0:200:rescan")
        try run.run(steps: 8)
        run.server.deliver()
        run.restart()
        #expect(run.sync.isRescan)
        try run.run()
        #expect(!run.sync.isRescan)
        #expect(run.stored.count == 201)
        #expect(run.stored.values.filter { $0.origin == .rescan }.count == 200)
        #expect(run.stored[uid(201)]?.origin == .new)
    }

    @Test("a UIDNEXT below the cursor is a mailbox that was put back from a copy: fetched anew")
    func restored() {
        let sync = MailboxSync(Self.mailbox(3).selected, cursor: MailboxCursor("1:9:3:first"), start: .all)
        #expect(sync.isRescan)
        #expect(sync.cursor?.text == "1:0:3:rescan")
    }

    @Test("an empty mailbox needs no command", arguments: [true, false], [IMAP.StartRule.now, .all])
    func empty(tellsNext: Bool, start: IMAP.StartRule) {
        var server = ModelServer()
        server.tellsNext = tellsNext
        var sync = MailboxSync(server.selected, cursor: nil, start: start)
        #expect(sync.isCaughtUp)
        #expect(sync.next(as: Self.id(1)) == nil)
        #expect(sync.cursor?.text == "1:0:0:first")
    }

    @Test("without UIDNEXT there is no cursor before the highest UID is known")
    func unknownNext() throws {
        var server = Self.mailbox(5)
        server.tellsNext = false
        var sync = MailboxSync(server.selected, cursor: nil, start: .all)
        #expect(sync.cursor == nil)
        #expect(sync.next(as: Self.id(1)) == .search([.uid(UIDSet(from: .highest))]))
        _ = try sync.completed(Self.id(1), .success(.found(uids(5))))
        #expect(sync.cursor?.text == "1:0:5:first")
    }

    @Test("windows hold at most 50 messages and 8 MiB, and four commands are in flight")
    func windows() throws {
        var server = Self.mailbox(600)
        for _ in 0..<40 { server.deliver(size: 3 << 20) }
        server.deliver(size: 20 << 20)
        var run = SyncRun(server, seed: 3, isOrdered: true)
        try run.run()
        #expect(run.stored.count == 641)
        var counts: [Int] = []
        for case .fetch(let set, let items) in run.commands where items.contains(.message) {
            let bytes = set.uids.reduce(0) { $0 + (server.messages[$1]?.size ?? 0) }
            #expect(set.count <= 50 && (bytes <= 8 << 20 || set.count == 1))
            counts.append(set.count)
        }
        #expect(counts.filter { $0 == 50 }.count >= 11)
        #expect(counts.filter { $0 == 2 }.count >= 15)
    }

    @Test("a sparse mailbox needs no window without messages")
    func sparse() throws {
        var server = ModelServer()
        for _ in 0..<60 { server.deliver(gap: 10_000) }
        var run = SyncRun(server)
        try run.run()
        #expect(run.commands.count == 4)
        #expect(run.stored.count == 60)
    }

    @Test("a large mailbox is searched in steps")
    func searchSteps() throws {
        var run = SyncRun(Self.mailbox(100), limits: SyncLimits(searchWidth: 30))
        try run.run()
        #expect(run.commands.filter { if case .search = $0 { true } else { false } }.count == 4)
        #expect(run.stored.count == 100)
    }

    @Test("of a message over the limit the header is taken, with its size")
    func oversized() throws {
        var server = Self.mailbox(2)
        server.deliver(size: 26 << 20)
        var run = SyncRun(server)
        try run.run()
        #expect(run.stored[uid(3)]?.content == .header(Array("header 3".utf8), oversized: 26 << 20))
        #expect(run.commands.contains(.fetch(uids(3), [.size, .internalDate, .flags, .header])))
    }

    @Test("a message larger than the server said is skipped by the parser, and its header taken")
    func liar() throws {
        var sync = MailboxSync(Self.mailbox(1).selected, cursor: nil, start: .all)
        _ = sync.next(as: Self.id(1))
        _ = try sync.completed(Self.id(1), .success(.found(uids(1))))
        _ = sync.next(as: Self.id(2))
        _ = sync.fetched(Self.sized(1, 10), by: Self.id(2))
        _ = try sync.completed(Self.id(2), .success(.done(StatusText())))
        _ = sync.next(as: Self.id(3))
        var response = Self.sized(1, 10)
        response.sections = [FetchedSection(part: .whole, content: .oversized(99 << 20))]
        #expect(sync.fetched(response, by: Self.id(3)) == nil)
        _ = try sync.completed(Self.id(3), .success(.done(StatusText())))
        #expect(sync.next(as: Self.id(4)) == .fetch(uids(1), [.size, .internalDate, .flags, .header]))
        let message = sync.fetched(Self.message(1, .header), by: Self.id(4))
        #expect(message?.content == .header(Array("abc".utf8), oversized: 99 << 20))
    }

    @Test(
        "what a server will not give stops nothing, and is not lost",
        arguments: ModelServer.Fate.allCases,
        [1, 2, 3]
    )
    func fates(fate: ModelServer.Fate, seed: UInt64) throws {
        var server = Self.mailbox(70)
        server.deliver(fate: fate)
        for _ in 0..<70 { server.deliver() }
        var run = SyncRun(server, seed: seed)
        try run.run()
        let expected: SyncedMessage.Content? =
            switch fate {
            case .sound, .sizeless: .whole(Array("whole 71".utf8))
            case .vanishing: nil
            case .silent, .refused, .null: .headerOnly(Array("header 71".utf8))
            case .headerless, .dead: .unavailable
            }
        #expect(run.stored[uid(71)]?.content == expected)
        #expect(run.stored.count == (expected == nil ? 140 : 141))
        #expect(run.kept?.lastUID == 141)
    }

    @Test("a server that refuses everything ends the sync before it has cost many messages")
    func brokenServer() throws {
        var server = ModelServer()
        for _ in 0..<100 { server.deliver(fate: .dead) }
        var run = SyncRun(server, seed: 5)
        #expect(throws: IMAPError.self) { try run.run() }
        #expect(run.stored.count <= 5)
    }

    @Test(
        "trouble of the connection or the server ends the sync",
        arguments: [
            .disconnected, .silent(.seconds(1)), refused("UID FETCH", .unavailable), refused("UID FETCH", .throttled),
            refused("UID FETCH", isBad: true, nil, "User is authenticated but not connected."),
        ] as [IMAPError]
    )
    func trouble(error: IMAPError) throws {
        var sync = MailboxSync(Self.mailbox(1).selected, cursor: nil, start: .all)
        _ = sync.next(as: Self.id(1))
        _ = try sync.completed(Self.id(1), .success(.found(uids(1))))
        _ = sync.next(as: Self.id(2))
        #expect(throws: error) { try sync.completed(Self.id(2), .failure(error)) }
        #expect(sync.cursor?.lastUID == 0)
    }

    @Test("results of other commands change nothing")
    func strangers() throws {
        var sync = MailboxSync(Self.mailbox(1).selected, cursor: nil, start: .all)
        _ = sync.next(as: Self.id(1))
        #expect(try sync.completed(Self.id(9), .failure(.disconnected)) == [])
        #expect(sync.fetched(Self.message(1), by: Self.id(9)) == nil)
        #expect(sync.cursor?.lastUID == 0)
    }

    @Test("any mailbox is taken whole and once, whatever fails and whenever the connection is lost", arguments: 1...60)
    func anything(seed: UInt64) throws {
        var random = Seed(seed)
        var server = ModelServer()
        server.tellsNext = seed % 5 != 0
        func deliver(_ count: Int, to server: inout ModelServer) {
            for _ in 0..<count {
                let isSound = Int.random(in: 0..<30, using: &random) > 0
                let fate = isSound ? nil : ModelServer.Fate.allCases.randomElement(using: &random)
                server.deliver(
                    size: Int.random(in: 1...2000, using: &random),
                    fate: fate ?? .sound,
                    gap: Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 0..<50, using: &random) : 0
                )
            }
        }
        deliver(Int.random(in: 0...150, using: &random), to: &server)
        let limits = SyncLimits(
            messageBytes: 1800,
            windowBytes: 9000,
            windowMessages: 8,
            commands: 3,
            openWindows: 5,
            sizes: 20,
            searchWidth: 50
        )
        var run = SyncRun(server, limits: limits, seed: seed)
        for _ in 0..<6 {
            try? run.run(steps: Int.random(in: 0..<60, using: &random))
            deliver(Int.random(in: 0..<5, using: &random), to: &run.server)
            run.restart()
        }
        for _ in 0..<20 where (try? run.run()) == nil { run.restart() }
        #expect(run.sync.isCaughtUp)
        #expect(Set(run.stored.keys).isSuperset(of: run.server.messages.keys))
    }

    @Test("the kept form of a cursor comes back, and anything else is none")
    func cursorText() {
        #expect(MailboxCursor("4294967295:1:2:rescan")?.text == "4294967295:1:2:rescan")
        for text in ["", "1:2:3", "1:2:3:other", "a:2:3:first", "1:2:3:first:4", "1::3:first", "1:-2:3:first"] {
            #expect(MailboxCursor(text) == nil)
        }
    }
}
