import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Pipeline
import Storage
import Testing

@testable import Web

@Suite("Promises at the desk")
struct PromiseTests {
    private let path = "/conversations/1"
    private let draft = Draft.ID(rawValue: 1)

    private static func letter(_ promise: DraftPromise?) -> Letter {
        var letter = Letter()
        letter.draft?.promise = promise
        return letter
    }

    private static let friday = PromiseTerms(what: "The bin comes", due: .day(day("2026-11-27")), matter: "bin.bigger")

    private static func day(_ text: String) -> CalendarDay {
        CalendarDay(text) ?? CalendarDay(number: 0)
    }

    /// A conversation whose reply promised the bin for Friday, and was released.
    private func promised() async throws -> Scene {
        let scene = try await Scene()
        try await scene.receive(Self.letter(.made([Self.friday])))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let response = try await browser.post("/drafts/1/approve", try await browser.draftForm(path))
            try #require(response.status == .seeOther)
        }
        return scene
    }

    @Test("a promise is said in one line, by when and by whom")
    func shown() async throws {
        let scene = try await Scene()
        try await scene.receive(Self.letter(.made([Self.friday])))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("<b>You promise:</b> The bin comes <b>by</b> <span>Fri 27 Nov 2026, 17:00</span>"))
            #expect(page.contains("(<bdi>anna</bdi>)"))
            #expect(page.contains("name=\"promise_day_0\" value=\"2026-11-24\""))
        }
    }

    @Test(
        "what, by when and who can be changed, taken out, and said not to be",
        arguments: [
            (["promise_what_0": "It comes"], .made([("It comes", .day(day("2026-11-27")), nil)])),
            (["promise_by_0": "2026-12-01"], .made([("The bin comes", .day(day("2026-12-01")), nil)])),
            (["promise_by_0": ""], .made([("The bin comes", .slot(""), nil)])),
            (["promise_day_0": "2026-11-24"], .made([("The bin comes", .day(day("2026-11-24")), nil)])),
            (["promise_owner_0": "ben"], .made([("The bin comes", .day(day("2026-11-27")), "ben")])),
            (["promise": "none"], .none),
            (["promise_what_0": " "], .undecided),
            (
                ["promise_what_1": "I write", "promise_by_1": "2026-11-30"],
                .made([("The bin comes", .day(day("2026-11-27")), nil), ("I write", .day(day("2026-11-30")), nil)])
            ),
        ] as [([String: String], Expected)]
    )
    func edited(_ change: [String: String], _ expected: Expected) async throws {
        let scene = try await Scene()
        try await scene.receive(Self.letter(.made([Self.friday])))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm(path).merging(change) { $1 }
            #expect(try await browser.post("/drafts/1/save", form).status == .seeOther)
        }
        let promise = try await scene.store.draft(draft)?.body.promise
        #expect(expected == promise)
    }

    /// What a form makes of a promise.
    enum Expected: Sendable {
        case undecided
        case none
        case made([(String, PromiseTerms.Due, String?)])

        static func == (expected: Self, promise: DraftPromise?) -> Bool {
            switch expected {
            case .undecided: promise == nil
            case .none: promise == DraftPromise.none
            case .made(let rows):
                promise?.terms.map(\.what) == rows.map(\.0) && promise?.terms.map(\.due) == rows.map(\.1)
                    && promise?.terms.map(\.owner) == rows.map(\.2)
            }
        }
    }

    @Test("a suggested day goes into the slot that the reply says it in")
    func suggestedSlot() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft?.text = "It comes on [[day]]."
        letter.draft?.slots = [Slot(name: "day", label: "Which day?", kind: .date)]
        letter.draft?.promise = .made([PromiseTerms(what: "It comes", due: .slot("day"), matter: "bin.bigger")])
        try await scene.receive(letter)
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page(path)
            #expect(page.contains("By the day that you fill in above: “Which day?”."))
            #expect(page.contains("value=\"2026-11-24\"") && page.contains("data-day=\"slot_day\""))
            let form = try await browser.draftForm(path).merging(["promise_day_0": "2026-11-24"]) { $1 }
            #expect(try await browser.post("/drafts/1/save", form).status == .seeOther)
            #expect(try await browser.page(path).contains("<span>Tue 24 Nov 2026, 17:00</span>"))
        }
        let saved = try await scene.store.draft(draft)?.body
        #expect(saved?.slots.map(\.value) == ["2026-11-24"])
        #expect(saved?.promise?.terms.map(\.due) == [.slot("day")])
    }

    @Test("a day that is none is refused, with what was typed")
    func noDay() async throws {
        let scene = try await Scene()
        try await scene.receive(Self.letter(.made([Self.friday])))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["promise_by_0"] = "Friday"
            let response = try await browser.post("/drafts/1/save", form)
            #expect(response.status == .conflict)
            #expect(String(buffer: response.body).contains("“Friday” is no day"))
        }
        #expect(try await scene.store.draft(draft)?.version == 1)
    }

    @Test("a reply that says nothing of promises has to choose first")
    func blank() async throws {
        let scene = try await Scene()
        try await scene.receive(Self.letter(nil))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page(path)
            #expect(page.contains("What does this reply promise?"))
            #expect(page.contains("Say what the reply promises and by when, or that it promises nothing."))
            var form = try await browser.draftForm(path)
            #expect(form["promise"] == nil)
            #expect(try await browser.post("/drafts/1/approve", form).status == .conflict)
            form["promise"] = "none"
            #expect(try await browser.post("/drafts/1/approve", form).status == .seeOther)
        }
    }

    @Test("an open promise is listed by due time, with its button and in its conversation")
    func list() async throws {
        let scene = try await promised()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page("/promises")
            #expect(page.contains("Due next") && !page.contains("Overdue"))
            #expect(page.contains("<a href=\"/conversations/1\" dir=\"auto\">The bin comes</a>"))
            #expect(page.contains("Fri 27 Nov, 17:00"))
            #expect(try await browser.page(path).contains("action=\"/promises/1/done\""))
        }
        scene.clock.advance(7 * 86_400)
        _ = try await scene.store.breakOverdue(at: scene.clock.now)
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page("/promises")
            #expect(page.contains("Overdue"))
        }
    }

    @Test("done early is good news for the customer, and counted as beaten")
    func done() async throws {
        let scene = try await promised()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let token = try await token(browser)
            let response = try await browser.post("/promises/1/done", ["token": token])
            #expect(response.headers[.location] == "/promises?done=promise-news")
            #expect(try await browser.post("/promises/1/done", ["token": token]).status == .conflict)
            let page = try await browser.page("/promises")
            #expect(page.contains("No promise is open."))
            #expect(page.contains("1 of 1 promises made in the last 90 days were kept."))
            #expect(page.contains("<td>support</td><td>bin.bigger</td><td>bin.bigger</td>"))
            #expect(try await browser.page("/queue").contains("Good news: what we promised is done early"))
        }
    }

    @Test("what is no longer wanted is withdrawn, with its reason")
    func withdraw() async throws {
        let scene = try await promised()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = ["token": try await token(browser), "conversation": "1", "reason": " "]
            #expect(try await browser.post("/promises/1/withdraw", form).status == .conflict)
            form["reason"] = "They moved away."
            let response = try await browser.post("/promises/1/withdraw", form)
            #expect(response.headers[.location] == "/conversations/1?done=withdrawn")
            #expect(try await browser.page(path).contains("withdrawn, was due"))
        }
    }

    private func token(_ browser: Browser) async throws -> String {
        let page = try await browser.page("/promises")
        return String(try #require(page.firstMatch(of: /name="token" value="([0-9a-f]+)"/)).1)
    }
}
