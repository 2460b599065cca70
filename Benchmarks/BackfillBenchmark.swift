import TestSupport

/// A mailbox taken through the whole path (fetched over TLS, parsed, scored, drafted, durable) by the running program,
/// against `mbsync`, which merely downloads it, and against fetching alone.
struct BackfillBenchmark {
    private let plan: Plan
    /// What was downloaded stays until the end: ext4 is slow to make files where many were removed a moment ago.
    private var downloads: [TemporaryDirectory] = []

    init(_ plan: Plan) {
        self.plan = plan
    }

    mutating func run() async throws {
        let server = try await MailServer.start(messages: plan.messages)
        defer { server.dovecot.stop() }
        // The first visit makes the server's index; everyone after it finds it.
        _ = try await bare(server, .zero)
        for roundTrip in [Duration.zero, .milliseconds(20)] {
            let name = roundTrip == .zero ? "loopback" : "20 ms of round trip"
            Report.heading("Back-fill of \(plan.messages) messages over TLS, \(name), median of \(plan.rounds)")
            try await measure(server, roundTrip)
        }
    }

    private mutating func measure(_ server: MailServer, _ roundTrip: Duration) async throws {
        var (bares, mbsyncs, paths, peaks): ([Duration], [Duration], [Duration], [Int]) = ([], [], [], [])
        for _ in 0..<plan.rounds {
            bares.append(try await bare(server, roundTrip))
            mbsyncs.append(try await download(server, roundTrip))
            let (path, peak) = try await wholePath(server, roundTrip)
            paths.append(path)
            peaks.append(peak)
        }
        guard let bare = bares.median, let mbsync = mbsyncs.median, let path = paths.median else { return }
        Report.line("bare pipelined fetch", Report.rate(plan.messages, in: bare))
        Report.line("mbsync, download alone", Report.rate(plan.messages, in: mbsync))
        Report.line("the whole path, start of the program included", Report.rate(plan.messages, in: path))
        let ratio = mbsync / path
        Report.line("whole path : mbsync", Report.times(ratio), aim: "aim: 1 now, 2 soon", isMet: ratio >= 1)
        Report.line("whole path : bare fetch", Report.times(bare / path))
        let peak = Double(peaks.median ?? 0) / 1024
        Report.line("peak memory", "\(Int(peak)) MB", aim: "aim: under 120 MB", isMet: peak < 120)
    }

    private func bare(_ server: MailServer, _ roundTrip: Duration) async throws -> Duration {
        try await BareFetch.run(
            plan.messages,
            from: MailServer.user,
            port: server.port(roundTrip: roundTrip),
            authority: server.dovecot.certificates.authority
        )
    }

    private mutating func download(_ server: MailServer, _ roundTrip: Duration) async throws -> Duration {
        let folder = try TemporaryDirectory()
        downloads.append(folder)
        return try await Mbsync.download(
            plan.messages,
            from: MailServer.user,
            port: server.port(roundTrip: roundTrip),
            authority: server.dovecot.certificates.authority,
            into: folder
        )
    }

    private func wholePath(_ server: MailServer, _ roundTrip: Duration) async throws -> (Duration, peak: Int) {
        let program = try ProgramUnderTest(
            users: [MailServer.user],
            certificates: server.dovecot.certificates,
            port: server.port(roundTrip: roundTrip)
        )
        let clock = ContinuousClock()
        let start = clock.now
        try program.start()
        try await program.waitUntilRead(plan.messages)
        let duration = clock.now - start
        let peak = try program.memory.peak
        try await program.stop()
        return (duration, peak)
    }
}
