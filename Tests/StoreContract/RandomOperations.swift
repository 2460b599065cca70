import Model
import Storage
import Testing

extension ContractCase {
    /// Long sequences of acts in an order that a seed decides, against a model of what each should do.
    static let random: [ContractCase] = (1...8).map { seed in
        ContractCase("400 random acts keep the law and the model (seed \(seed))") { scene in
            var walk = RandomWalk(scene: scene, seed: seed)
            for _ in 1...400 { try await walk.step() }
            try await walk.expectEveryState()
        }
    }
}

/// SplitMix64: the same sequence for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// What the store should hold, kept in plain values.
struct RandomWalk {
    enum Expected: Hashable { case stored, open, answered, parked }

    struct Mail {
        var state: OutgoingMail.State
        var attempts = 0
        var closed: [Message.ID]
        var draft: Draft.ID
        var conversation: Conversation.ID
        var occasion: Occasion
        var at: Double
        var promises: [NewPromise]
        var grants: [GoodwillGrant]
        var limits: [String]

        var isTakenBack: Bool { [.failed, .cancelled].contains(state) }
    }

    var scene: Scene
    var random: SeededGenerator
    var minute = 0.0
    var items = 0
    var chats = 0
    var messages: [Message.ID: Expected] = [:]
    var conversations: [Conversation.ID: [Message.ID]] = [:]
    var mails: [OutgoingMail.ID: Mail] = [:]
    /// What was queued without a message, and where.
    var queuedDrafts: [Draft.ID: (occasion: Occasion, conversation: Conversation.ID, limitNotes: [OutgoingMail.ID])] =
        [:]

    init(scene: Scene, seed: Int) {
        self.scene = scene
        random = SeededGenerator(state: UInt64(seed))
    }

    mutating func step() async throws {
        minute += 1
        switch Int.random(in: 0..<19, using: &random) {
        case 0...2: try await take()
        case 3...5: try await read()
        case 6, 7: try await approve()
        case 8: try await reject()
        case 9: try await close()
        case 10, 11: try await deliver()
        case 12: try await undo()
        case 13...15: try await queueDraft()
        case 16: try await unpackDelivery()
        case 17: _ = try await scene.store.breakOverdue(at: scene.at(minute))
        default: try await park()
        }
        try await expectSums()
        try await expectGoodwill()
        guard Int(minute).isMultiple(of: 10) else { return }
        try await expectQueue()
        try await expectPromisesAndLimits()
    }

    private func expectSums() async throws {
        let sums = try await scene.expectCustody()
        #expect(sums.taken == messages.count)
        #expect(sums.open == messages.values.count { $0 == .open || $0 == .stored })
        #expect(sums.answered == messages.values.count { $0 == .answered })
        #expect(sums.parked == messages.values.count { $0 == .parked })
    }

    private func expectQueue() async throws {
        var waiting = Set(conversations.filter { $0.value.contains { messages[$0] == .open } }.keys)
        for (id, queued) in queuedDrafts where try await scene.store.draft(id)?.state == .pending {
            waiting.insert(queued.conversation)
        }
        #expect(try await scene.store.queueLength() == waiting.count)
        #expect(try await Set(scene.store.queue(limit: 99, offset: 0).map(\.conversation.id)) == waiting)
    }

    func expectEveryState() async throws {
        for (id, expected) in messages {
            #expect(try await scene.state(id).map(Expected.init) == expected, "message \(id)")
            #expect(try await scene.events(id).first == .taken)
        }
        for (id, mail) in mails {
            #expect(try await scene.store.outgoingMail(id)?.state == mail.state, "mail \(id)")
        }
        for id in conversations.keys {
            let drafts = try #require(try await scene.store.conversation(id)).drafts
            #expect(drafts.count { $0.state == .pending } <= 1)
        }
    }
}

extension RandomWalk.Expected {
    init(_ state: Message.State) {
        self =
            switch state {
            case .stored: .stored
            case .open: .open
            case .answered: .answered
            case .parked: .parked
            }
    }
}
