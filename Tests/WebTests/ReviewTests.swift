import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Pipeline
import Storage
import Testing

@testable import Web

@Suite("A draft is looked at before anybody decides")
struct ReviewTests {
    private let path = "/conversations/1"

    private static func letter(_ text: String, _ change: (inout DraftBody) -> Void = { _ in }) -> Letter {
        var letter = Letter()
        var body = Letter.draft(text)
        change(&body)
        letter.draft = body
        return letter
    }

    @Test("findings stand beside the draft with their words, what to do instead and their page, and in the letter")
    func findings() async throws {
        let scene = try await Scene()
        try await scene.receive(Self.letter("Dear Mara,\n\nit comes soon, by our **policy**."))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("<b>Charter 80</b>"))
            #expect(page.contains("1 to mend first, 1 to look at"))
            #expect(page.contains("<q dir=\"auto\">soon</q> Say it without “soon”."))
            #expect(page.contains("href=\"/charter/when\" aria-label=\"Why: no_time\""))
            #expect(page.contains("data-check=\"no_time\" title=\"Say it without “soon”.\">soon,</mark>"))
            #expect(page.contains("data-check=\"policy_speak\" title=\"Say it without “policy”.\">**policy**.</mark>"))
            #expect(page.contains("Before it can leave"))
            #expect(page.contains("formaction=\"/drafts/1/approve\""))
        }
    }

    @Test("what is being written is looked at without being saved, as a part of the page")
    func fragment() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            #expect(try await browser.page(path).contains("<b>Charter 100</b>"))
            form["text"] = "It comes soon."
            let answer = try await browser.post("/drafts/1/review", form)
            let html = String(buffer: answer.body)
            #expect(answer.status == .ok)
            #expect(html.contains("<b>Charter 90</b>") && html.contains("<q dir=\"auto\">soon</q>"))
            #expect(!html.contains("<html"))
            let preview = try await browser.post("/drafts/1/preview", form)
            #expect(String(buffer: preview.body).contains("<b>Mend first:</b> <q>soon</q>"))
            form["token"] = "0"
            #expect(try await browser.post("/drafts/1/review", form).status == .forbidden)
        }
        #expect(try await scene.store.draft(Draft.ID(rawValue: 1))?.version == 1)
    }

    @Test("what the charter blocks is not sent, and what was typed is still there")
    func blocked() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["text"] = "It comes soon."
            let response = try await browser.post("/drafts/1/approve", form)
            #expect(response.status == .conflict)
            let page = String(buffer: response.body)
            #expect(page.contains("Say it without “soon”.") && page.contains("It comes soon."))
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).isEmpty)
    }

    @Test("an edit keeps the moves whose words were left as they were")
    func moves() async throws {
        let scene = try await Scene()
        try await scene.receive(
            Self.letter("One.\n\nTwo.") {
                $0.moves = [
                    MoveSpan(.samePage, matter: "", start: 0, end: 4), MoveSpan(.gain, matter: "", start: 6, end: 10),
                ]
            }
        )
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["text"] = "Changed, and longer.\n\nTwo."
            _ = try await browser.post("/drafts/1/save", form)
        }
        let saved = try #require(try await scene.store.draft(Draft.ID(rawValue: 1)))
        #expect(saved.body.moves == [MoveSpan(.gain, matter: "", start: 22, end: 26)])
    }

    @Test("the charter can be read, page by page")
    func charter() async throws {
        try await Scene().run { client in
            let browser = try await Browser.signedIn(client)
            #expect(try await browser.page("/charter").contains("href=\"/charter/when\""))
            #expect(try await browser.page("/charter/when").contains("<h1>Say when</h1>"))
            #expect(try await browser.get("/charter/nothing").status == .notFound)
        }
    }

    private static func limit(until: CalendarDay) -> Limit {
        Limit(
            id: "sundays",
            what: ["en": "deliver on Sundays"],
            reason: ["en": "our carrier rests"],
            alternatives: [["en": "Saturday is possible."]],
            until: until,
            owner: "anna"
        )
    }

    @Test("a limit is shown with its end and its owner")
    func limit() async throws {
        let scene = try await Scene(limits: [Self.limit(until: CalendarDay(number: 20_900))])
        try await scene.receive(Self.letter("Not on Sundays.") { $0.limits = ["sundays"] })
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("It names a limit:</b> deliver on Sundays"))
            #expect(page.contains("(until 2027-03-23, anna)"))
            #expect(!page.contains("This limit is over"))
        }
    }

    @Test("a limit that is over is said before anybody tries, and is gone once the text no longer says it")
    func limitOver() async throws {
        let scene = try await Scene(limits: [Self.limit(until: CalendarDay(number: 20_000))])
        try await scene.receive(Self.letter("Not on Sundays.") { $0.limits = ["sundays"] })
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page(path)
            #expect(page.contains("class=\"over\"") && page.contains("This limit is over:</b> deliver on Sundays"))
            #expect(page.contains("No longer true: “deliver on Sundays”."))
            var form = try await browser.draftForm(path)
            #expect(try await browser.post("/drafts/1/approve", form).status == .conflict)
            form["text"] = "You get it on Saturday."
            form["drop_limit_sundays"] = "yes"
            #expect(try await browser.post("/drafts/1/approve", form).status == .seeOther)
        }
    }

    @Test("a recovery says so, and a second failure is released by two people")
    func secondPair() async throws {
        let scene = try await Scene()
        try await scene.addUser("priya", "Priya")
        try await scene.receive(
            Self.letter("We failed you.") {
                $0.recovery = [.complaint, .secondContact]
                $0.wantsSecondPair = true
            }
        )
        try await scene.run { client in
            let anna = try await Browser.signedIn(client)
            let priya = try await Browser.signedIn(as: "priya", client)
            let before = try await anna.page(path)
            #expect(before.contains("This is a recovery:</b> a complaint, the second contact about one matter."))
            #expect(before.contains("You would be the first."))
            let form = try await anna.draftForm(path)
            let first = try await anna.post("/drafts/1/approve", form)
            #expect(first.headers[.location] == "/conversations/1?at=0&done=seconded")
            let hers = try await anna.page("/conversations/1?at=0&done=seconded")
            #expect(hers.contains("Your release is kept."))
            #expect(hers.contains("Somebody else has to release it too, then it leaves."))
            #expect(try await priya.page(path).contains("anna has released it."))
            let second = try await priya.post("/drafts/1/approve", try await priya.draftForm(path))
            #expect(second.headers[.location] == "/queue")
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).count == 1)
    }

    @Test(
        "a draft that no message is the reason for says why it is there",
        arguments: [
            (.promiseLate(Promise.ID(rawValue: 1)), "A promise of ours will be late"),
            (.promiseEarly(Promise.ID(rawValue: 1)), "Good news: what we promised is done early"),
            (.limitEnded("sundays"), "Good news: “sundays” is over"),
            (.checkBack(FollowUp.ID(rawValue: 1)), "Check back: did what we did really help?"),
        ] as [(Occasion, String)]
    )
    func occasions(_ occasion: Occasion, _ reason: String) {
        var body = Letter.draft()
        body.occasion = occasion
        #expect(occasion.words(of: body)?.hasPrefix(reason) == true)
        #expect(occasion.isPressing == reason.contains("late"))
    }
}
