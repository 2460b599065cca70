import Foundation
import TestSupport
import Testing

@Suite("Starting and stopping")
struct StoppingTests {
    @Test("SIGTERM ends an idle daemon well, within ten seconds")
    func idle() async throws {
        let shop = try Shop.maildir()
        try await shop.open()
        let daemon = try #require(shop.daemon)
        daemon.stop(patience: .seconds(10))
        #expect(daemon.exitCode == 0, "\(shop.log.suffix(2_000))")
    }

    @Test("SIGTERM ends it well in the middle of a back-fill, and the next start goes on")
    func backfill() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let count = 600
        let mail = CustomerMail.make(count: count, seed: 7, to: support.address)
        try office.dovecot.mailbox(of: support.address).fill(mail)
        let shop = try Shop(office, support)
        try await shop.open()
        try await eventually("the back-fill has begun") { try await shop.api.custody()["taken"].integer ?? 0 > 0 }
        let daemon = try #require(shop.daemon)
        daemon.stop(patience: .seconds(10))
        #expect(daemon.exitCode == 0, "\(shop.log.suffix(2_000))")
        try await shop.start()
        try await shop.caughtUp(count)
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == count)
        #expect(proof["missing"].integer == 0)
        #expect(proof["duplicated"].integer == 0)
    }

    @Test("a second daemon on the same data folder refuses in one sentence")
    func second() async throws {
        let shop = try Shop.maildir()
        try await shop.open()
        let second = try await shop.run("run")
        #expect(second.status == 1)
        #expect(second.errors.hasPrefix("Another wavelength is running on \(shop.data)."))
        #expect(try await shop.api.custody()["taken"].integer == 0)
    }

    @Test("the demo answers on the port that it prints, on the sample inbox")
    func demo() async throws {
        let scratch = try TemporaryDirectory()
        let command = try Executable.command(
            ["demo", "--root", Executable.package, "--data", scratch.path("data"), "--port", "0"]
        )
        let daemon = try Daemon(command, output: scratch.path("out"))
        let port = try await eventually("the sign-in is printed\n\(scratch.text(of: "out"))") {
            scratch.text(of: "out").firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) }
        }
        #expect(scratch.text(of: "out").contains(/Sign in as demo, password +\S{8}/))
        let page = try await HTTPCall.send(["GET /sign-in HTTP/1.1", "Host: 127.0.0.1"], port: port)
        #expect(page.status == 200)
        daemon.stop(patience: .seconds(10))
        #expect(daemon.exitCode == 0)
    }
}
