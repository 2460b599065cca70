import Foundation
import TestSupport
import Testing

@Suite("wavelength templates")
struct TemplatesCommandTests {
    @Test("an edit is tried on the drafts of the past, and changes none of them")
    func tried() async throws {
        let shop = try Shop.maildir()
        try await shop.open()
        for index in 0..<3 {
            try shop.deliver(letter(from: "c\(index)@customer.test", to: "help@shop.test"), named: "\(index)")
        }
        try await shop.caughtUp(3)
        shop.kill()
        let kept = try await shop.run("drafts", "list")

        let same = try await shop.run("templates", "try", "order.where", "--json")
        #expect(same.status == 0, "\(same.errors)")
        #expect(try JSON(same.output)["looked"].integer == 3)
        #expect(try JSON(same.output)["changed"].integer == 0, "\(same.output)")

        try edit(shop, "order.where.md", "\n## gain\n", "\n## gain\nA purple parcel is on its way.\n\n")
        let copy = shop.directory.path("en/order.where.md")
        let tried = try await shop.run("templates", "try", "order.where", "--with", copy, "--against", "2", "--json")
        let result = try JSON(tried.output)
        #expect(result["looked"].integer == 2)
        #expect(result["changed"].integer == 2)
        let added = result["drafts"].items.flatMap { $0["lines"].items }.filter { $0["kind"].text == "added" }
        #expect(added.map { $0["text"].text }.contains("A purple parcel is on its way."))
        #expect(result["scoreBefore"].number != nil && result["scoreAfter"].number != nil)

        let human = try await shop.run("templates", "try", "order.where", "--with", copy, "--show", "1")
        #expect(human.output.hasPrefix("3 of 3 drafts from order.where would be others"), "\(human)")
        #expect(human.output.split(separator: "\n").count { $0.hasPrefix("  + A purple parcel") } == 1)
        #expect(try await shop.run("drafts", "list").output == kept.output)
    }

    @Test("what cannot be tried is refused in a sentence")
    func refused() async throws {
        let shop = try Shop.maildir()
        let unknown = try await shop.run("templates", "try", "order.wher")
        #expect(unknown.status == 1)
        #expect(unknown.errors.hasPrefix("There is no template order.wher; did you mean “order.where”?"))
        let occasion = try await shop.run("templates", "try", "promise.late")
        #expect(occasion.errors.hasPrefix("promise.late answers no message"))
        try edit(shop, "order.where.md", "\n## gain\n", "\n## gain\n{{no.such.name}}\n")
        let copy = shop.directory.path("en/order.where.md")
        let broken = try await shop.run("templates", "try", "order.where", "--with", copy)
        #expect(broken.status == 1)
        #expect(broken.errors.hasPrefix("\(copy):"), "\(broken.errors)")
        try shop.directory.write("", to: "order.where.md")
        let lost = shop.directory.path("order.where.md")
        let unclear = try await shop.run("templates", "try", "order.where", "--with", lost)
        #expect(unclear.errors.contains("stands for which template?"), "\(unclear.errors)")
    }

    @Test("list names every template with its languages, its title and the inboxes that have their own")
    func list() async throws {
        let shop = try Shop.maildir()
        try FileManager.default.createDirectory(
            atPath: shop.directory.path("templates/support/de"),
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(
            atPath: shop.directory.path("templates/de/return.md"),
            toPath: shop.directory.path("templates/support/de/return.md")
        )
        let listed = try await Executable.run(["templates", "list", "--json", "--root", shop.root], in: shop.root)
        let templates = try JSON(listed.output).items
        #expect(templates.count >= 34)
        let own = try #require(templates.first { $0["name"].text == "return" })
        #expect(own["languages"].items.map(\.text) == ["de", "en", "es", "fr"])
        #expect(own["overrides"].items.map { $0["inbox"].text } == ["support"])
        let human = try await Executable.run(["templates", "list", "--root", shop.root], in: shop.root)
        #expect(human.output.contains("order.where\tde en es fr\t"))
    }

    /// Makes an edited copy `en/NAME` of a template.
    private func edit(_ shop: Shop, _ name: String, _ text: String, _ replacement: String) throws {
        let folder = shop.directory.path("en")
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let old = shop.directory.text(of: "templates/en/\(name)")
        guard let place = old.range(of: text) else { throw TestSupportError("\(name) has no \(text)") }
        try old.replacingCharacters(in: place, with: replacement)
            .write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
}
