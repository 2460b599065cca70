import TestSupport

/// From the server's announcement of a mail to its stored draft.
///
/// Dovecot waits for up to half a second before it tells idling clients of a delivery, all of them at once: so the clock
/// starts when a second client hears of it.
struct LatencyBenchmark {
    private let plan: Plan

    init(_ plan: Plan) {
        self.plan = plan
    }

    func run() async throws {
        let server = try await MailServer.start(messages: 0)
        defer { server.dovecot.stop() }
        let program = try ProgramUnderTest(
            users: [MailServer.user],
            certificates: server.dovecot.certificates,
            port: server.port(roundTrip: .zero)
        )
        try program.start()
        let letters = CustomerMail.make(count: plan.deliveries + 1, seed: 2)
        try server.dovecot.deliver(letters[0], to: MailServer.user.address)
        try await program.waitUntilRead(1)
        let watcher = try IdleWatcher(server.dovecot, MailServer.user)
        var delays: [Duration] = []
        for (number, letter) in letters.enumerated().dropFirst() {
            delays.append(try await delay(of: letter, number: number + 1, server, program, watcher))
        }
        try await program.stop()
        report(delays)
    }

    private func delay(
        of letter: [UInt8],
        number: Int,
        _ server: MailServer,
        _ program: ProgramUnderTest,
        _ watcher: IdleWatcher
    ) async throws -> Duration {
        let clock = ContinuousClock()
        try server.dovecot.deliver(letter, to: MailServer.user.address)
        try watcher.waitForAnnouncement()
        let announced = clock.now
        try await program.waitUntilRead(number, within: .seconds(10))
        return clock.now - announced
    }

    private func report(_ delays: [Duration]) {
        guard let median = delays.median, let most = delays.max() else { return }
        Report.heading("From the server's announcement to the stored draft, \(delays.count) deliveries over IDLE")
        let figure = String(Int(median.milliseconds.rounded()))
        Report.line("median", "\(figure) ms", aim: "aim: under 50 ms", isMet: median < .milliseconds(50))
        Report.line("longest", "\(Int(most.milliseconds.rounded())) ms")
    }
}
