import Model
import Storage
import Testing

extension RandomWalk {
    mutating func take() async throws {
        // Some origins come again.
        let item = items > 0 && Bool.random(using: &random) ? Int.random(in: 1...items, using: &random) : items + 1
        let taken = try await scene.store.take([scene.arrival(item)], advancing: nil, at: scene.at(minute))
        #expect(taken.map(\.isNew) == [item > items])
        items = max(items, item)
        for entry in taken where entry.isNew { messages[entry.message] = .stored }
    }

    mutating func read() async throws {
        let claimed = try await scene.store.claimUnread(limit: 3, attempts: 3, at: scene.at(minute))
        for message in claimed {
            let person = "\(Int.random(in: 1...4, using: &random))@x"
            let hasDraft = Int.random(in: 0..<4, using: &random) > 0
            let mail = TestMail.with {
                $0.person = person
                if !hasDraft { $0.draft = nil }
            }
            let filed = try await scene.file(message.id, mail, at: minute)
            messages[message.id] = .open
            for id in conversations.keys { conversations[id]?.removeAll { $0 == message.id } }
            conversations[filed.conversation, default: []].append(message.id)
            if message.form == .chat { stopApproved(in: filed.conversation) }
        }
    }

    /// What a chat message does to replies that nobody has yet.
    private mutating func stopApproved(in conversation: Conversation.ID) {
        let waiting = mails.filter { _, mail in
            mail.conversation == conversation && mail.state == .waiting && mail.attempts == 0
        }
        for id in waiting.keys { bringBack(id, .cancelled) }
    }

    private mutating func queued() async throws -> QueueEntry? {
        try await scene.store.queue(limit: 50, offset: 0).randomElement(using: &random)
    }

    mutating func approve() async throws {
        guard let draft = try await queued()?.draft else { return }
        let commitments = someCommitments()
        let decision = try await scene.approve(draft.id, at: minute, commitments)
        #expect(decision.refusals.isEmpty == fits(commitments.grants))
        guard case .done(let mail) = decision else { return }
        let closed = draft.body.occasion == .message ? answered(by: draft, includingParked: true) : []
        for id in closed { messages[id] = .answered }
        mails[mail] = Mail(
            state: .waiting,
            closed: closed,
            draft: draft.id,
            conversation: draft.conversation,
            occasion: draft.body.occasion,
            at: minute,
            promises: commitments.promises,
            grants: commitments.grants,
            limits: commitments.limits
        )
    }

    /// The drafted message and the open ones that were filed before it.
    private func answered(by draft: Draft, includingParked: Bool) -> [Message.ID] {
        let filed = conversations[draft.conversation] ?? []
        let through = filed.firstIndex(of: draft.message).map { filed[...$0] } ?? []
        return through.filter { messages[$0] == .open }
            + (includingParked && [.parked, .stored].contains(messages[draft.message]) ? [draft.message] : [])
    }

    mutating func reject() async throws {
        guard let draft = try await queued()?.draft else { return }
        let closing = Bool.random(using: &random)
        let decision = try await scene.store.reject(
            draft.id,
            version: draft.version,
            reason: "no",
            closing: closing,
            by: "ann",
            at: scene.at(minute)
        )
        #expect(try decision.value().state == .rejected)
        if closing { for id in answered(by: draft, includingParked: false) { messages[id] = .answered } }
    }

    mutating func close() async throws {
        guard Int.random(in: 0..<3, using: &random) == 0, let entry = try await queued() else { return }
        let id = entry.conversation.id
        try await scene.store.closeConversation(id, reason: "done", by: "ann", at: scene.at(minute))
        for message in conversations[id] ?? [] where messages[message] == .open { messages[message] = .answered }
    }

    mutating func undo() async throws {
        guard let id = mails.keys.sorted().randomElement(using: &random), let mail = mails[id] else { return }
        let decision = try await scene.store.undo(id, by: "ann", at: scene.at(minute))
        let allowed = mail.state == .waiting && mail.attempts == 0
        #expect(decision.refusals.isEmpty == allowed)
        if allowed { bringBack(id, .cancelled) }
    }

    mutating func bringBack(_ id: OutgoingMail.ID, _ state: OutgoingMail.State) {
        mails[id]?.state = state
        for message in mails[id]?.closed ?? [] { messages[message] = .open }
    }

    mutating func park() async throws {
        guard let id = messages.keys.sorted().randomElement(using: &random) else { return }
        switch messages[id] {
        case .parked:
            try await scene.store.unpark(id, by: "ann", at: scene.at(minute))
            messages[id] = .stored
        case .answered:
            let error = try await storeError {
                try await scene.store.park(id, reason: ParkReason(.setAside, ""), by: "ann", at: scene.at(minute))
            }
            #expect(error.isIllegal)
        default:
            try await scene.store.park(id, reason: ParkReason(.setAside, ""), by: "ann", at: scene.at(minute))
            messages[id] = .parked
        }
    }
}
