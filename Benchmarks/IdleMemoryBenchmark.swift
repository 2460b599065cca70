import TestSupport

/// What an idle program holds, with one mailbox and with many.
struct IdleMemoryBenchmark {
    private let plan: Plan

    init(_ plan: Plan) {
        self.plan = plan
    }

    func run() async throws {
        let users = (0..<plan.mailboxes).map { MailUser("box\($0)@shop.test") }
        let server = try await MailServer.start(messages: 0, users: users, manyConnections: true)
        defer { server.dovecot.stop() }
        let one = try await idle(Array(users.prefix(1)), server)
        let many = try await idle(users, server)
        Report.heading("Idle, resident memory")
        let idle = Double(one.resident) / 1024
        Report.line("one mailbox", "\(Int(idle)) MB", aim: "aim: under 40 MB", isMet: idle < 40)
        Report.line("of it not shared with other processes", "\(one.own / 1024) MB")
        Report.line("\(plan.mailboxes) mailboxes", "\(many.resident / 1024) MB")
        let each = (many.resident - one.resident) / max(1, plan.mailboxes - 1)
        Report.line("each further mailbox", "\(each) KB", aim: "aim: under 80 KB", isMet: each < 80)
    }

    /// Once every mailbox is logged in, selected and idling.
    private func idle(_ users: [MailUser], _ server: MailServer) async throws -> ProcessMemory {
        let program = try ProgramUnderTest(
            users: users,
            certificates: server.dovecot.certificates,
            port: server.port(roundTrip: .zero)
        )
        try program.start()
        try await program.waitUntilConnected(users.count)
        // The last inboxes still enter IDLE.
        try await Task.sleep(for: .seconds(1))
        let memory = try program.memory
        try await program.stop()
        return memory
    }
}
