import IMAP

// Feeds bytes that a fuzzer invents to the parser, and to a session with a sync on it, as a hostile server would send
// them. Built and run by scripts/fuzz.
//
// The first byte chooses the size of the chunks, so that one input is tried with many cuts. The parser has to give the same
// responses for the bytes whole and cut; the session has to keep its promises, and neither may trap, hang or hoard.

@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: start, count: count))
    guard let first = input.first else { return 0 }
    let chunks = cut(Array(input.dropFirst()), size: Int(first) + 1)
    guard parse([Array(input.dropFirst())]) == parse(chunks) else { fatalError("the cuts change the meaning") }
    var run = FuzzRun()
    run.play(chunks)
    return 0
}

private let limits = ResponseLimits(text: 4096, literals: 4096, depth: 20)

private func cut(_ bytes: [UInt8], size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
}

private func parse(_ chunks: [[UInt8]]) -> Result<[Response], IMAPError> {
    var parser = ResponseParser(limits: limits)
    var responses: [Response] = []
    do throws(IMAPError) {
        for chunk in chunks {
            parser.append(chunk)
            while let response = try parser.next() { responses.append(response) }
        }
        return .success(responses)
    } catch {
        return .failure(error)
    }
}

/// A session with a sync, driven as a program would, with an invented server at the other end.
private struct FuzzRun {
    private var session = IMAPSession(limits: limits)
    private var sync: MailboxSync?
    private var now = Duration.zero
    private var finished: Set<CommandID> = []
    private var isClosed = false

    mutating func play(_ chunks: [[UInt8]]) {
        perform(session.connected(at: now))
        perform(session.submit(.list, at: now))
        perform(session.submit(.append(AppendMessage([65], to: .inbox)), at: now))
        perform(session.submit(.select(.inbox), at: now))
        for chunk in chunks where !isClosed {
            perform(session.received(chunk, at: now))
            askForMail()
            now += .seconds(7)
            if let deadline = session.deadline, deadline <= now { perform(session.tick(at: now)) }
        }
        perform(session.closed())
        guard isClosed, session.deadline == nil else { fatalError("not closed") }
    }

    private mutating func askForMail() {
        while !isClosed, let command = sync?.next(as: session.nextID) { perform(session.submit(command, at: now)) }
        if !isClosed, sync?.isCaughtUp ?? false { perform(session.startIdling(at: now)) }
    }

    private mutating func perform(_ actions: [SessionAction]) {
        for action in actions {
            guard !isClosed else { fatalError("an action after close") }
            switch action {
            case .send(let bytes): if bytes.isEmpty { fatalError("nothing to send") }
            case .ready: break
            case .event(.fetched(let response, let id)): store(sync?.fetched(response, by: id))
            case .event(.exists): sync?.noticeArrivals()
            case .event: break
            case .completed(let id, let result): complete(id, result)
            case .close: isClosed = true
            }
        }
    }

    private mutating func complete(_ id: CommandID, _ result: Result<CommandOutcome, IMAPError>) {
        guard finished.insert(id).inserted else { fatalError("finished twice") }
        if case .success(.selected(let selected)) = result, sync == nil {
            sync = MailboxSync(selected, cursor: nil, start: .all, limits: SyncLimits(searchWidth: 1000))
        }
        for message in (try? sync?.completed(id, result)) ?? [] { store(message) }
    }

    private mutating func store(_ message: SyncedMessage?) {
        guard let message else { return }
        let before = sync?.cursor
        sync?.stored([message.uid])
        if let before, let after = sync?.cursor, after.lastUID < before.lastUID { fatalError("the cursor moved back") }
    }
}
