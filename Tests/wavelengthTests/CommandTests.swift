import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandTests {
    @Test(
        "explains itself",
        arguments: [
            [], ["run"], ["demo"], ["check"], ["import"], ["inspect"], ["drafts"], ["drafts", "list"],
            ["drafts", "show"],
            ["drafts", "edit"], ["drafts", "approve"], ["drafts", "reject"], ["user"], ["user", "add"],
            ["user", "token"],
            ["prove"], ["channels"], ["channels", "list"], ["channels", "deliveries"], ["channels", "show"],
            ["channels", "replay"],
        ]
    )
    func help(command: [String]) async throws {
        let result = try await Executable.run(command + ["--help"], in: "/tmp")
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: wavelength"))
        #expect(result.errors.isEmpty)
    }

    @Test(
        "ends with 2 where it is not understood",
        arguments: [
            ["dance"], ["run", "--no-such-option"], ["drafts", "approve", "x", "--version", "1"],
            ["drafts", "approve"],
            ["inspect"], ["user", "add", "Not A Name"], ["demo", "--port", "70000"], ["run", "--log-level", "loud"],
            ["channels", "show"], ["channels", "replay", "x"], ["channels", "deliveries", "a", "--state", "lost"],
        ]
    )
    func badUsage(command: [String]) async throws {
        let result = try await Executable.run(command, in: "/tmp")
        #expect(result.status == 2, "\(result)")
        #expect(!result.errors.isEmpty)
        #expect(result.output.isEmpty)
    }

    @Test(
        "says that there is no data folder, and makes none",
        arguments: [["prove"], ["drafts"], ["channels"], ["user", "list"]]
    )
    func noData(command: [String]) async throws {
        let shop = try Shop.maildir()
        let root = command.first == "user" ? [] : ["--root", shop.root]
        let result = try await Executable.run(command + root + ["--data", shop.data], in: shop.root)
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("There is no data folder \(shop.data)."))
        #expect(!FileManager.default.fileExists(atPath: shop.data))
    }

    @Test("names file and line of what is wrong in the settings", arguments: ["check", "run"])
    func brokenSettings(command: String) async throws {
        let shop = try Shop(inbox: "addresses: [help@shop.test]\nundo: soon\nmaildir: {path: inbox, from: all}")
        let result = try await shop.run(command)
        #expect(result.status == 1)
        let text = result.output + result.errors
        #expect(text.contains("config/wavelength.yaml:6:"), "\(text)")
        #expect(text.contains("undo"))
    }

    @Test("names file and line of settings that are no YAML")
    func noYAML() async throws {
        let shop = try Shop.maildir()
        try shop.directory.write(
            "desk:\n  listen: 127.0.0.1:8025\ninboxes: {support: [\n",
            to: "config/wavelength.yaml"
        )
        let result = try await shop.run("check", "--offline")
        #expect(result.status == 1)
        #expect((result.output + result.errors).contains(/config\/wavelength\.yaml:\d+/), "\(result)")
    }

    @Test("names file and line of a template that cannot be used")
    func brokenTemplate() async throws {
        let shop = try Shop.maildir()
        let template = "---\ntitle: x\npromise: none\n---\n## gain\nHello {{custommer.name}}.\n"
        try shop.directory.write(template, to: "templates/en/order.where.md")
        let result = try await shop.run("check", "--offline")
        let text = result.output + result.errors
        #expect(text.contains("templates/en/order.where.md:6:"), "\(text)")
        #expect(text.contains("customer.name"), "\(text)")
    }

    @Test("check tries the servers, and says which inbox has the wrong password")
    func wrongPassword() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let shop = try Shop(office, support)
        let good = try await shop.run("check")
        #expect(good.status == 0, "\(good)")
        #expect(good.output.contains("All is well."))
        try shop.directory.write("wrong\n", to: "password")
        let bad = try await shop.run("check")
        #expect(bad.status == 1)
        #expect(bad.errors.contains("support, in:"), "\(bad.errors)")
        #expect(bad.errors.contains("support, out:"), "\(bad.errors)")
        #expect(bad.errors.lowercased().contains("password"), "\(bad.errors)")
    }

    @Test("check says that a certificate is not to be trusted, and does not connect all the same")
    func untrusted() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let shop = try Shop(office, support)
        let settings = shop.directory.text(of: "config/wavelength.yaml")
        let plain = settings.split(separator: "\n").filter { !$0.contains("certificate:") }.joined(separator: "\n")
        try shop.directory.write(plain, to: "config/wavelength.yaml")
        let result = try await shop.run("check")
        #expect(result.status == 1)
        #expect(result.errors.lowercased().contains("certificate"), "\(result.errors)")
    }

    @Test("import takes each message of an mbox once, however often, and answers none by itself")
    func importing() async throws {
        let shop = try Shop(
            inbox: """
                addresses: [help@shop.test]
                undo: 0s
                acknowledgement: {text: "We have it."}
                maildir: {path: inbox, from: all}
                smtp: {host: localhost, port: 9, security: plain}
                """
        )
        let mails = (1...3).map { number in
            let octets = letter(from: "c\(number)@customer.test", to: "help@shop.test", subject: "Matter \(number)")
            return "From c\(number)@customer.test Sun Nov 22 09:49:00 2026\n"
                + String(decoding: octets, as: UTF8.self).replacing("\r\n", with: "\n") + "\n"
        }
        try shop.directory.write(mails.joined(), to: "old.mbox")
        let first = try await shop.run("import", shop.directory.path("old.mbox"))
        #expect(first.status == 0, "\(first)")
        #expect(first.output.hasPrefix("3 messages found, 3 taken, 0 were known."))
        let again = try await shop.run("import", shop.directory.path("old.mbox"))
        #expect(again.output.hasPrefix("3 messages found, 0 taken, 3 were known."))
        try await shop.open()
        try await shop.caughtUp(3)
        for state in ["waiting", "sending", "sent", "failed", "uncertain"] {
            #expect(try await shop.api.outgoing(state).isEmpty)
        }
        #expect(try await shop.api.drafts().count == 3)
    }

    @Test("drafts are listed, shown, edited and approved without the desk")
    func drafts() async throws {
        let shop = try Shop.maildir()
        try shop.directory.write(
            String(decoding: letter(from: "mara@customer.test", to: "help@shop.test"), as: UTF8.self),
            to: "one.eml"
        )
        _ = try await shop.run("import", shop.directory.path("one.eml"))
        try await shop.open()
        let draft = try await shop.api.draft(answering: "mara@customer.test")
        let id = "\(DeskAPI.id(draft))"
        #expect(try await shop.run("drafts", "list").output.hasPrefix("#\(id) v1\tmara@customer.test\torder.where\t"))
        #expect(try await shop.run("drafts", "show", id).output.contains("where is my order 4711?"))
        let open = try await shop.run("drafts", "approve", id, "--version", "1", "--user", "anna")
        #expect(open.status == 1)
        #expect(open.errors.hasPrefix("Still to be filled:"))
        let ready = try await shop.api.fill(draft)
        let version = "\(ready["version"].integer ?? 0)"
        let stale = try await shop.run("drafts", "approve", id, "--version", "1")
        #expect(stale.status == 1)
        #expect(stale.errors.contains("it is now version \(version)"))
        let stranger = try await shop.run("drafts", "approve", id, "--version", version, "--user", "ben")
        #expect(stranger.status == 1)
        #expect(stranger.errors.hasPrefix("“ben” is no user here"))
        let approved = try await shop.run("drafts", "approve", id, "--version", version, "--user", "anna")
        #expect(approved.status == 0, "\(approved)")
    }
}
