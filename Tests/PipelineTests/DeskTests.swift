import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("Decisions about drafts")
struct DeskTests {
    private let help: HelpDesk

    init() throws {
        help = try HelpDesk()
    }

    /// A draft whose slots are filled, and where its conversation stood.
    private func ready() async throws -> (draft: Draft, message: Message, head: ThreadHead) {
        let message = try await help.receive()
        let draft = try await help.readyDraft(for: message)
        return (draft, message, try await help.record(of: message).conversation.head)
    }

    private func waiting() async throws -> Int {
        try await help.store.outgoing(in: .waiting, limit: 10).count
    }

    @Test("an approval of what was seen goes to the outbox, after the undo window")
    func approved() async throws {
        let mail = try await help.approvedReply()
        #expect(mail.state == .waiting)
        #expect(mail.approvedBy == "anna")
        #expect(try await help.store.custody().answered == 1)
    }

    @Test("a version that somebody changed is refused with who changed it")
    func staleVersion() async throws {
        let (draft, _, head) = try await ready()
        let decision = try await help.approve(draft, version: draft.version - 1, head: head)
        #expect(decision == .refused([.draftChanged(version: draft.version, by: "anna")]))
        #expect(try await waiting() == 0)
    }

    @Test("other recipients than those seen are refused")
    func recipients() async throws {
        let (draft, _, head) = try await ready()
        let seen = Recipients(to: [MailAddress(address: "someone@else.example")])
        let decision = try await help.approve(draft, recipients: seen, head: head)
        #expect(decision == .refused([.recipientsChanged(draft.body.recipients)]))
        #expect(try await waiting() == 0)
    }

    @Test("a customer who wrote again meanwhile keeps the old reply from leaving")
    func movedHead() async throws {
        let (draft, message, head) = try await ready()
        try await help.receive(Letter(text: "It has come, thank you!", messageID: "2@customer.example").octets)
        let now = try await help.record(of: message)
        #expect(now.messages.count == 2)
        guard case .refused = try await help.approve(draft, head: head) else {
            Issue.record("an approval of a thread that moved was accepted")
            return
        }
        #expect(try await waiting() == 0)
    }

    @Test("a slot that nobody filled keeps it from leaving, and is named")
    func openSlots() async throws {
        let message = try await help.receive()
        let record = try await help.record(of: message)
        let draft = try #require(record.drafts.last)
        let decision = try await help.approve(draft, head: record.conversation.head)
        #expect(decision == .refused([.openSlots(["When does it arrive?"])]))
    }

    @Test("of many who approve at once one wins, and the others are told who")
    func race() async throws {
        let (draft, _, head) = try await ready()
        for number in 0..<8 { try await help.admit("agent\(number)") }
        let decisions = try await withThrowingTaskGroup(of: Decision<OutgoingMail.ID>.self) { group in
            for number in 0..<8 {
                group.addTask { try await help.approve(draft, head: head, by: "agent\(number)") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let winners = decisions.filter { if case .done = $0 { true } else { false } }
        #expect(winners.count == 1)
        #expect(try await waiting() == 1)
        let winner = try #require(try await help.store.draft(draft.id)?.decidedBy)
        for case .refused(let why) in decisions {
            #expect(why.contains(.alreadyDecided(.approved, by: winner)), "\(why)")
        }
    }

    @Test("a name that is no user's releases nothing, and is no second pair of eyes")
    func unknownUser() async throws {
        let (first, _, head) = try await ready()
        var body = first.body
        body.wantsSecondPair = true
        let edit = try await help.desk().edit(first.id, version: first.version, body: body, by: "anna")
        guard case .done(let draft) = edit else { throw Refused(why: []) }
        for (user, refusal) in [
            ("mallory", Refusal.unknownUser("mallory")), ("anna", .wantsSecondPair(first: "anna")),
            ("mallory", .unknownUser("mallory")),
        ] {
            if user == "anna" { try await help.admit(user) }
            let decision = try await help.desk().approve(
                draft.id,
                version: draft.version,
                recipients: draft.body.recipients,
                threadHead: head,
                by: user
            )
            #expect(decision == .refused([refusal]))
            let review = try #require(try await help.desk().review(draft.id, for: user))
            #expect(review.obstacles == [refusal])
        }
        #expect(try await waiting() == 0)
    }

    @Test("what is not there, and an inbox that is gone, are refused with a sentence")
    func missing() async throws {
        let (draft, _, head) = try await ready()
        let gone = Desk(
            store: help.store,
            rules: LiveRules(CommitmentRules(inboxes: [])),
            compose: { _ in .refused([]) },
            drafting: Desk.Drafting(LivePreparation(help.preparation), help.circumstances),
            check: { _, _ in CharterReport(findings: [], score: 100) },
            now: { help.clock.now },
            outboxChanged: {}
        )
        let decision = try await gone.approve(
            draft.id,
            version: draft.version,
            recipients: draft.body.recipients,
            threadHead: head,
            by: "anna"
        )
        #expect(decision == .refused([.notSendable("The inbox support is no longer configured.")]))
        let none = Draft.ID(rawValue: 999)
        let other = try await help.desk()
            .approve(none, version: 1, recipients: Recipients(to: []), threadHead: head, by: "anna")
        #expect(other == .refused([.noSuchDraft]))
    }

    @Test("a reply taken back is a draft again")
    func undone() async throws {
        let mail = try await help.approvedReply()
        guard case .done(let id) = try await help.desk().undo(mail.id, by: "ben") else {
            Issue.record("not undone")
            return
        }
        #expect(try await help.store.draft(id)?.state == .pending)
        #expect(try await help.state(of: mail) == .cancelled)
        #expect(try await help.store.custody().open == 1)
    }
}
