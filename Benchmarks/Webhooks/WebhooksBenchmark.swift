import TestSupport

/// Signed webhooks that are durable when they are answered, against the same requests to a route that only answers.
struct WebhooksBenchmark {
    private let plan: Plan

    private static let connections = 64
    private static let aim = 3_000.0
    private static let longest = Duration.milliseconds(20)

    init(_ plan: Plan) {
        self.plan = plan
    }

    func run() async throws {
        let bare = try await bareRoute()
        let program = try ProgramUnderTest(webhookKey: SignedRequests.key)
        try program.start()
        try await program.waitUntilServed()
        // What the first one of everything costs.
        _ = try RequestLoad(port: program.desk, connections: 4).run(SignedRequests.make(200, from: 1))
        try await program.waitUntilRead(200)
        let clock = ContinuousClock()
        let start = clock.now
        let flood = try post(to: program, rate: nil, from: 201)
        try await program.waitUntilRead(200 + plan.webhooks)
        let read = clock.now - start
        let steady = try post(to: program, rate: Self.aim, from: 201 + plan.webhooks)
        try await program.stop()
        report(flood, bare: bare, read: read, steady: steady)
    }

    private func bareRoute() async throws -> RequestLoad.Result {
        let route = try BareServer()
        defer { route.stop() }
        try await route.waitUntilServed()
        _ = try RequestLoad(port: route.port, connections: 4).run(SignedRequests.make(200, from: 1))
        return try RequestLoad(port: route.port, connections: Self.connections)
            .run(SignedRequests.make(plan.webhooks, from: 201))
    }

    private func post(to program: ProgramUnderTest, rate: Double?, from first: Int) throws -> RequestLoad.Result {
        try RequestLoad(port: program.desk, connections: Self.connections, rate: rate)
            .run(SignedRequests.make(plan.webhooks, from: first))
    }

    private func report(
        _ flood: RequestLoad.Result,
        bare: RequestLoad.Result,
        read: Duration,
        steady: RequestLoad.Result
    ) {
        Report.heading("Signed webhooks: \(plan.webhooks) over \(Self.connections) connections, read meanwhile")
        Report.line(
            "durable and answered, as many as go",
            Report.rate(flood.count, in: flood.duration),
            aim: "aim: above \(Int(Self.aim)) a second",
            isMet: flood.rate > Self.aim
        )
        Report.line("  p50, p99", flood.latencyText)
        Report.line(
            "at \(Int(Self.aim)) a second: p50, p99",
            steady.latencyText,
            aim: "aim: p99 under \(Int(Self.longest.milliseconds)) ms",
            isMet: steady.percentile(0.99) < Self.longest
        )
        Report.line("a bare route that answers 200", Report.rate(bare.count, in: bare.duration))
        Report.line("  p50, p99", bare.latencyText)
        Report.line("durable ones to bare ones", Report.times(flood.rate / bare.rate))
        Report.line("until all were read and drafted for", Report.rate(flood.count, in: read))
    }
}

extension RequestLoad.Result {
    fileprivate var rate: Double { Double(count) / duration.seconds }

    fileprivate var latencyText: String {
        [0.5, 0.99].map { "\(Report.number(percentile($0).milliseconds, places: 1)) ms" }.joined(separator: ", ")
    }
}
