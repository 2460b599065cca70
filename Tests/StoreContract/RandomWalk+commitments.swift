import Foundation
import Model
import Storage
import Testing

extension RandomWalk {
    private static let accounts = ["agent/ann", "customer/a", "cause/late"]
    private static let limits = ["stock", "no_sunday"]

    mutating func someCommitments() -> Commitments {
        var commitments = Commitments()
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let due = minute + Double(Int.random(in: 1...90, using: &random))
            commitments.promises.append(scene.promise(due: due, Bool.random(using: &random) ? .reply : .deed))
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            // The limit of an account changes under way.
            let limit = Int.random(in: 1_000...2_000, using: &random)
            var grant = scene.grant(Int.random(in: 0...400, using: &random), from: [:])
            grant.caps = Self.accounts.shuffled(using: &random).prefix(2).map { GoodwillCap(account: $0, limit: limit) }
            commitments.grants.append(grant)
        }
        commitments.limits = Self.limits.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        if Int.random(in: 0..<4, using: &random) == 0 { commitments.checkBack = scene.at(minute + 20) }
        return commitments
    }

    /// What lies on an account by the replies that still stand.
    private func taken(from account: String, _ grants: [GoodwillGrant]) -> Int {
        let standing = mails.values.filter { !$0.isTakenBack }.flatMap(\.grants) + grants
        return standing.filter { $0.caps.contains { $0.account == account } }.reduce(0) { $0 + $1.value.minorUnits }
    }

    func fits(_ grants: [GoodwillGrant]) -> Bool {
        grants.indices.allSatisfy { index in
            grants[index].caps.allSatisfy { taken(from: $0.account, Array(grants[...index])) <= $0.limit }
        }
    }

    func expectGoodwill() async throws {
        let taken = try await scene.store.goodwillTaken(from: Self.accounts, currency: "EUR")
        for account in Self.accounts { #expect(taken[account] == self.taken(from: account, [])) }
        #expect(try await scene.store.goodwillSums().values.allSatisfy { $0 == 0 })
    }

    /// Something to tell that no message asks for.
    mutating func queueDraft() async throws {
        guard let conversation = conversations.keys.sorted().randomElement(using: &random) else { return }
        guard let occasion = try await someOccasion(in: conversation) else { return }
        let told = notes(of: occasion, in: conversation)
        if case .done(let draft) = try await scene.queue(occasion, in: conversation, at: minute) {
            #expect(draft.body.occasion == occasion)
            queuedDrafts[draft.id] = (occasion, conversation, told)
        }
    }

    private mutating func someOccasion(in conversation: Conversation.ID) async throws -> Occasion? {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return .limitEnded(Self.limits[Int.random(in: 0...1, using: &random)])
        case 1:
            let due = try await scene.store.dueFollowUps(at: scene.at(minute), limit: 99)
            return due.first { $0.conversation == conversation }.map { .checkBack($0.id) }
        default:
            let promises = try await scene.store.promises(in: conversation).filter { $0.state == .open }
            return promises.randomElement(using: &random).map { .promiseLate($0.id) }
        }
    }

    private func notes(of occasion: Occasion, in conversation: Conversation.ID) -> [OutgoingMail.ID] {
        guard case .limitEnded(let limit) = occasion else { return [] }
        return mails.filter { $0.value.conversation == conversation && $0.value.limits.contains(limit) }.map(\.key)
    }

    func expectPromisesAndLimits() async throws {
        for id in conversations.keys { try await expectPromises(in: id) }
        for limit in Self.limits { try await expectTold(of: limit) }
    }

    private func expectTold(of limit: String) async throws {
        var ended: Set<OutgoingMail.ID> = []
        for (id, queued) in queuedDrafts where queued.occasion == .limitEnded(limit) {
            if try await scene.store.draft(id)?.state != .superseded { ended.formUnion(queued.limitNotes) }
        }
        let standing = mails.filter {
            !$0.value.isTakenBack && $0.value.limits.contains(limit) && !ended.contains($0.key)
        }
        #expect(try await Set(scene.store.toldOfLimit(limit)) == Set(standing.values.map(\.conversation)))
    }

    /// Each promise against the replies that still stand, in the order in which they were released.
    private func expectPromises(in conversation: Conversation.ID) async throws {
        let promises = try await scene.store.promises(in: conversation)
        let replies = mails.filter { $0.value.conversation == conversation }.sorted { $0.key < $1.key }
        #expect(promises.count == replies.reduce(0) { $0 + $1.value.promises.count })
        for promise in promises {
            let later = replies.filter { $0.key > promise.outgoing && !$0.value.isTakenBack }.map(\.value)
            let isTakenBack = mails[promise.outgoing]?.isTakenBack == true
            let expected = isTakenBack ? [.withdrawn] : self.expected(promise, later)
            #expect(expected.contains(promise.state), "promise \(promise.id) is \(promise.state) at \(minute)")
        }
    }

    private func expected(_ promise: Promise, _ later: [Mail]) -> Set<Promise.State> {
        for reply in later {
            if case .promiseLate(let id) = reply.occasion {
                // One that was broken already when the news was released stays so.
                if id == promise.id { return scene.at(reply.at) <= promise.dueAt ? [.moved] : [.broken] }
            } else if reply.occasion == .message, promise.fulfilment == .reply {
                return [promise.state(doneAt: scene.at(reply.at))]
            }
        }
        return scene.at(minute) > promise.dueAt ? [.open, .broken] : [.open]
    }
}
