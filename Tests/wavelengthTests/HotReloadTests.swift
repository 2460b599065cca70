import Foundation
import TestSupport
import Testing

@Suite("Changing files while the program runs")
struct HotReloadTests {
    @Test(
        "a broken file changes nothing and raises an alert with its line; the mended one is in force for the next mail"
    )
    func intents() async throws {
        let shop = try Shop.maildir()
        try shop.makeMaildir()
        try await shop.open()
        #expect(try await alerts(shop) == "0")
        let file = "config/intents/extra.yaml"
        try shop.directory.write("intents:\n  - id: praise.zebra\n    keywords:\n      en: {zebra: much}\n", to: file)
        try await eventually(
            "the mistake is told",
            that: { shop.log.contains("config/intents/extra.yaml:4:19: error") }
        )
        try await eventually("the alert is raised", that: { try await alerts(shop) == "1" })
        try shop.deliver(letter(from: "first@customer.test", to: "help@shop.test", text: "Zebra"), named: "1")
        #expect(try await shop.api.draft(answering: "first@customer.test")["template"].text != "praise.zebra")

        try FileManager.default.copyItem(
            atPath: shop.directory.path("templates/en/praise.md"),
            toPath: shop.directory.path("templates/en/praise.zebra.md")
        )
        try shop.directory.write("intents:\n  - id: praise.zebra\n    keywords:\n      en: {zebra: 9}\n", to: file)
        try await eventually("the files are taken up", that: { shop.log.contains("changed files are in force") })
        try shop.deliver(letter(from: "second@customer.test", to: "help@shop.test", text: "Zebra"), named: "2")
        #expect(try await shop.api.draft(answering: "second@customer.test")["template"].text == "praise.zebra")
        try await eventually("the alert is over", that: { try await alerts(shop) == "0" })
    }

    @Test("a change of an inbox or of the desk is named as one that waits for a new start")
    func waits() async throws {
        let shop = try Shop.chat()
        try await shop.open()
        let settings = shop.directory.text(of: "config/wavelength.yaml")
        let changed = settings.replacing("sender_name: Example Shop", with: "sender_name: Other Shop")
            .replacing("desk:\n", with: "desk:\n  url: https://desk.shop.example\n")
        try shop.directory.write(changed, to: "config/wavelength.yaml")
        try await eventually("it is named") { shop.log.contains("inbox support, desk") }
    }

    /// How many alerts last, as the metrics give it.
    private func alerts(_ shop: Shop) async throws -> String {
        let metrics = try await HTTPCall.send(["GET /metrics HTTP/1.1", "Host: 127.0.0.1"], port: shop.port).body
        let line = metrics.split(whereSeparator: \.isNewline).first { $0.hasPrefix("wavelength_alerts ") } ?? ""
        return String(line.dropFirst("wavelength_alerts ".count))
    }
}
