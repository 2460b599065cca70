/// How much is measured.
struct Plan {
    var parts = Part.allCases
    /// Messages in the mailbox of the back-fill.
    var messages = 5000
    /// Times that each back-fill is run; the median counts.
    var rounds = 3
    /// Deliveries that are timed.
    var deliveries = 20
    /// Mailboxes that idle on one daemon.
    var mailboxes = 500
    /// Webhooks that are posted in each round.
    var webhooks = 20_000

    /// nil where an argument is not known.
    init?(arguments: [String]) {
        var named: [Part] = []
        for argument in arguments {
            if argument == "--quick" {
                (messages, rounds, deliveries, mailboxes, webhooks) = (1000, 1, 5, 100, 4000)
            } else if let part = Part(rawValue: argument) {
                named.append(part)
            } else {
                return nil
            }
        }
        if !named.isEmpty { parts = named }
    }
}

/// What can be measured alone.
enum Part: String, CaseIterable {
    case stages
    case backfill
    case memory
    case latency
    case webhooks
    case reading
    case replies
    case growth
    case unpacking
    case evaluation = "eval"

    func run(_ plan: Plan) async throws {
        switch self {
        case .stages: try await StageBenchmark(plan).run()
        case .backfill:
            var benchmark = BackfillBenchmark(plan)
            try await benchmark.run()
        case .memory: try await IdleMemoryBenchmark(plan).run()
        case .latency: try await LatencyBenchmark(plan).run()
        case .webhooks: try await WebhooksBenchmark(plan).run()
        case .reading: try await ReadingBenchmark(plan).run()
        case .replies:
            try RepliesBenchmark(plan).run()
            try await TemplateTrialBenchmark(plan).run()
        case .growth: try GrowthBenchmark(plan).run()
        case .unpacking: UnpackingBenchmark().run()
        case .evaluation: try await EvaluationBenchmark().run()
        }
    }
}
