import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("A reply that the customer's next message stops")
struct StoppedReplyTests {
    private let path = "/conversations/1"
    private let notice =
        "Your reply to <bdi>Mara Osei in shop</bdi> was stopped: the customer wrote again before it left."

    /// Anna released “It left today.”; then the customer wrote again.
    private func stopped() async throws -> Scene {
        let scene = try await Scene()
        try await scene.addUser("priya", "Priya")
        try await scene.hear(Said(text: "where is it", draft: "It left today."))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm(path)
            #expect(try await browser.post("/drafts/1/approve", form).status == .seeOther)
            let leaving = try await browser.page("/queue")
            #expect(leaving.contains("Your reply to <bdi>Mara Osei in shop</bdi> leaves in"))
            #expect(try await browser.page("/outgoing/1/state") == "\n")
        }
        try await scene.hear(Said(text: "I mean the lamp", number: 2, draft: "About the lamp."))
        return scene
    }

    @Test("whoever released it is told on every page, and where it waits")
    func told() async throws {
        let scene = try await stopped()
        try await scene.run { client in
            let anna = try await Browser.signedIn(client)
            let page = try await anna.page("/sent")
            #expect(page.contains(notice) && page.contains("<a href=\"/conversations/1\">Look at what they wrote</a>"))
            #expect(!page.contains("leaves in"))
            #expect(try await anna.page("/outgoing/1/state").contains("<span data-final>Your reply to"))
            let other = try await Browser.signedIn(as: "priya", client).page("/queue")
            #expect(!other.contains(notice))
            #expect(other.contains("Came back: The customer wrote again before the reply that anna approved had left."))
        }
    }

    @Test("its conversation says why there is another draft, and keeps the words that did not leave")
    func kept() async throws {
        let scene = try await stopped()
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("The customer wrote again before the reply that anna approved had left."))
            #expect(page.contains("The reply that <bdi>anna</bdi> approved, and that did not leave"))
            #expect(page.contains("aria-label=\"The reply that did not leave\">\nIt left today."))
            #expect(page.contains("About the lamp."))
            #expect(!page.contains(notice))
        }
    }

    @Test("nobody is told any more once somebody has decided, or a day has passed", arguments: [true, false])
    func over(isDecided: Bool) async throws {
        let scene = try await stopped()
        try await scene.run { client in
            let anna = try await Browser.signedIn(client)
            if isDecided {
                let form = try await anna.draftForm(path)
                #expect(try await anna.post("/drafts/2/approve", form).status == .seeOther)
                #expect(try await !anna.page(path).contains("did not leave"))
            } else {
                scene.clock.advance(43_300)
            }
            let later = isDecided ? anna : try await Browser.signedIn(client)
            #expect(try await !later.page("/queue").contains(notice))
        }
    }

    @Test(
        "what became of a reply is told in place of the countdown",
        arguments: [
            (OutgoingMail.State.sending, "is on its way.</span>"), (.sent, "was sent."), (.failed, "Look at the draft"),
            (.uncertain, "<a href=\"/unsettled\">Settle it</a>"), (.waiting, "it is tried again."),
        ]
    )
    func leaving(state: OutgoingMail.State, words: String) async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it"))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm(path)
            #expect(try await browser.post("/drafts/1/approve", form).status == .seeOther)
            scene.clock.advance(60)
            let mail = try #require(try await scene.store.claimDue(limit: 1, at: scene.clock.now).first)
            try await bring(mail.id, to: state, scene)
            let told = try await browser.page("/outgoing/\(mail.id)/state")
            #expect(told.contains(words))
            #expect(told.contains("data-final") == (state != .sending))
        }
    }

    private func bring(_ id: OutgoingMail.ID, to state: OutgoingMail.State, _ scene: Scene) async throws {
        let now = scene.clock.now
        if state == .sending { return }
        try await scene.store.markHandingOver(id, at: now)
        switch state {
        case .sent: try await scene.store.markSent(id, answer: "ok", at: now)
        case .failed: try await scene.store.markFailed(id, answer: "no", at: now)
        case .uncertain: try await scene.store.markUncertain(id, answer: "closed", at: now)
        default: try await scene.store.markRetry(id, answer: "later", notBefore: now, at: now)
        }
    }
}
