import ConfigurationFiles
import Foundation
import Model
import Replies
import Storage
import Testing

@testable import Pipeline

@Suite("Changed templates tried on the past")
struct TemplateTrialTests {
    /// - Parameter edit: of the template `order.late`, as text; nil holds the past against itself.
    private func trial(
        _ shop: Shop,
        goodwill: GoodwillPolicy? = nil,
        comparesFiles: Bool = true,
        _ edit: (String) -> String
    ) async throws -> TemplateTrial {
        let messages = try await shop.help.store.messagesDrafted(from: "order.late", limit: 10)
        let now = shop.help.preparation
        let past = await now.past(messages, shop.help.circumstances)
        return await TemplateTrial(
            past,
            before: comparesFiles ? now : nil,
            after: now.drafting(with: try templates(edit)),
            goodwill: goodwill ?? shop.help.rules.value.goodwill
        )
    }

    private func templates(_ edit: (String) -> String) throws -> TemplateSet {
        let path = "templates/en/order.late.md"
        let files = (Shop.files + HelpDesk.files).map { file in
            file.path == path ? ConfigurationFile(path: path, text: edit(file.text)) : file
        }
        let loaded = LoadedConfiguration(files: files, directories: Directories(root: "/root", data: "/data"))
        _ = try #require(loaded.templates.template(named: "order.late", languages: ["en"]))
        return loaded.templates
    }

    /// A shop that three customers wrote to whose orders are late.
    private func shop() async throws -> Shop {
        let shop = try await Shop(at: "2027-03-30 10:00")
        for (index, person) in ["mara", "noor", "olaf"].enumerated() {
            _ = try await shop.write("It is still not here!", from: person, number: index + 1)
        }
        return shop
    }

    @Test("the same templates change nothing, against the files and against the past", arguments: [true, false])
    func same(comparesFiles: Bool) async throws {
        let trial = try await trial(try await shop(), comparesFiles: comparesFiles) { $0 }
        #expect(trial.looked == 3)
        #expect(trial.changes.isEmpty, "\(trial.changes)")
        #expect(trial.scoreBefore == trial.scoreAfter)
        #expect(trial.findings.isEmpty)
    }

    @Test("a changed sentence is a line removed and a line added", arguments: [true, false])
    func sentence(comparesFiles: Bool) async throws {
        let trial = try await trial(try await shop(), comparesFiles: comparesFiles) {
            $0.replacing("I send it anew today.", with: "I bring it to you today.")
        }
        #expect(trial.changes.count == 3)
        let changed = try #require(trial.changes.first).lines.filter { $0.kind != .same }
        #expect(
            changed == [
                LineChange(.removed, "I send it anew today."), LineChange(.added, "I bring it to you today."),
            ]
        )
    }

    @Test("a new question of the template is a slot that stands open")
    func slots() async throws {
        let trial = try await trial(try await shop()) { text in
            text.replacing("title: My order is late", with: "title: Late\nslots: {cause: {label: What happened?}}")
                .replacing("I send it", with: "The reason: [[cause]]. I send it")
        }
        #expect(trial.changes.map(\.newOpenSlots) == [["What happened?"], ["What happened?"], ["What happened?"]])
    }

    @Test("what the charter finds now, and what it no longer finds")
    func findings() async throws {
        let shop = try await shop()
        let worse = try await trial(shop) { $0.replacing("I send it anew today.", with: "I send it anew TODO.") }
        #expect(worse.findings.map(\.check) == ["leftover_placeholder"])
        #expect(worse.findings.map(\.gained) == [3])
        #expect(worse.findings.map(\.lost) == [0])
        #expect(worse.changes.allSatisfy { $0.gained.map(\.check) == ["leftover_placeholder"] && $0.lost.isEmpty })
        #expect(worse.changes.allSatisfy { ($0.scoreAfter ?? 100) < $0.scoreBefore })
        #expect(try #require(worse.scoreAfter) < (try #require(worse.scoreBefore)))
    }

    @Test("a changed promise shows although the customer reads the same")
    func promise() async throws {
        let trial = try await trial(try await shop()) { $0.replacing("2 working days", with: "3 working days") }
        let changed = try #require(trial.changes.first).lines.filter { $0.kind == .added }
        #expect(changed.map(\.line) == ["Promises: The late order arrives, within 3 working days"])
    }

    @Test("an offer above an agent's means is over budget, and so is what the month no longer holds")
    func budget() async throws {
        // An agent may give 5 EUR at once and 10 EUR a month: two deliveries of 4.90 fit, the third does not.
        let trial = try await trial(try await shop()) { $0 }
        let singly = trial.overBudget.filter { $0.offer == "voucher" }
        #expect(singly.count == 3)
        #expect(singly.first?.reason == "An ordinary agent may give 5.00 EUR at once, and this is 20.00 EUR.")
        let together = trial.overBudget.filter { $0.offer == "delivery" }
        #expect(together.count == 1)
        #expect(together.first?.message == trial.overBudget.map(\.message).max())
        #expect(together.first?.reason.hasPrefix("An ordinary agent has 0.20 EUR of 10.00 EUR left") == true)
    }

    @Test("a template that is gone leaves no draft")
    func gone() async throws {
        let shop = try await shop()
        let messages = try await shop.help.store.messagesDrafted(from: "order.late", limit: 1)
        let past = await shop.help.preparation.past(messages, shop.help.circumstances)
        let after = shop.help.preparation.drafting(with: TemplateSet(templates: [], parts: [:]))
        let trial = await TemplateTrial(past, before: nil, after: after, goodwill: GoodwillPolicy())
        #expect(trial.changes.map(\.scoreAfter) == [nil])
        #expect(trial.changes.first?.lines.allSatisfy { $0.kind == .removed } == true)
        #expect(trial.scoreAfter == nil)
    }

    @Test(
        "lines of two texts, in order, what was removed first",
        arguments: [
            ([], [], ""), (["a"], ["a"], " a"), (["a", "b"], ["a", "c"], " a-b+c"), ([], ["a"], "+a"),
            (["a", "b", "c"], ["c"], "-a-b c"), (["a"], ["b", "a", "c"], "+b a+c"), (["x", "a"], ["a", "x"], nil),
        ] as [([String], [String], String?)]
    )
    func lines(before: [String], after: [String], expected: String?) {
        let changes = LineChange.between(before, after)
        #expect(changes.filter { $0.kind != .added }.map(\.line) == before)
        #expect(changes.filter { $0.kind != .removed }.map(\.line) == after)
        let signs: [LineChange.Kind: String] = [.same: " ", .removed: "-", .added: "+"]
        let shown = changes.map { (signs[$0.kind] ?? "") + $0.line }.joined()
        if let expected { #expect(shown == expected) }
    }
}
