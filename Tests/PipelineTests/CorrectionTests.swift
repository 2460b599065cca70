import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("Saying what a message is about")
struct CorrectionTests {
    private let help: HelpDesk

    init() throws {
        help = try HelpDesk()
    }

    private func unclear() async throws -> Message {
        try await help.receive(Letter(text: "The thing from last week, please see to it.").octets)
    }

    @Test("a correction drafts anew from the template of what was named")
    func redraft() async throws {
        let message = try await unclear()
        #expect(message.matters.isEmpty)
        let outcome = try await help.desk().correct(message.id, intents: ["order.where"], by: "anna")
        guard case .written(let draft) = outcome.draft else {
            Issue.record("no new draft: \(outcome.draft)")
            return
        }
        #expect(draft.version == 2)
        #expect(draft.body.template == "order.where")
        #expect(draft.author == "wavelength")
        #expect(try await help.store.message(message.id)?.matters == ["order.where"])
        #expect(try await help.store.labelledMessages(limit: 9).map(\.intents) == [["order.where"]])
    }

    @Test("a draft that a person has worked on stays as it is")
    func worked() async throws {
        let message = try await unclear()
        let draft = try await #require(help.record(of: message).drafts.last)
        var body = draft.body
        body.text = "Dear Mara, I am looking for it."
        _ = try await help.desk().edit(draft.id, version: 1, body: body, by: "anna")
        let outcome = try await help.desk().correct(message.id, intents: ["order.where"], by: "bob")
        guard case .kept(let kept) = outcome.draft else {
            Issue.record("the draft was replaced: \(outcome.draft)")
            return
        }
        #expect(kept.body.text == body.text)
        #expect(kept.author == "anna")
    }

    @Test("a message that needs no answer any more is corrected without a draft")
    func answered() async throws {
        let message = try await unclear()
        try await help.desk().close(try #require(message.conversation), reason: "by telephone", by: "anna")
        let outcome = try await help.desk().correct(message.id, intents: ["order.where"], by: "anna")
        #expect(outcome.draft == .none)
        #expect(try await help.store.newestCorrection() == outcome.correction)
    }

    @Test("an intent that is not there is refused by its name")
    func unknown() async throws {
        let message = try await unclear()
        await #expect(throws: StoreError.notFound("intent order.were")) {
            try await help.desk().correct(message.id, intents: ["order.were"], by: "anna")
        }
        #expect(try await help.store.newestCorrection() == nil)
    }
}
