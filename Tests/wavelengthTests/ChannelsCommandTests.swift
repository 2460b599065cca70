import Foundation
import TestSupport
import Testing

@Suite("wavelength channels")
struct ChannelsCommandTests {
    private static let question = "Hello, where is my order 4711?"

    /// A daemon that took: a message, the same number with other words, and something that is no JSON.
    private func shop() async throws -> Shop {
        let shop = try Shop.chat()
        try await shop.open()
        let source = try shop.webhooks()
        let bodies = [
            ("msg_1", WebhookSource.message("m1", from: "mara", text: Self.question)),
            ("msg_1", WebhookSource.message("m1", from: "mara", text: "Something else.")),
            ("msg_2", "no \u{1B}[2J JSON, \"token\": \"Z26uFbvR1xHJEdHE1OQiO6t8\""),
        ]
        for (id, body) in bodies { #expect(try await source.post(body, id: id) == 200) }
        try await shop.caughtUp(3)
        return shop
    }

    @Test("list and deliveries show what came, what became of it, and who contradicts whom")
    func listing() async throws {
        let shop = try await shop()
        let channel = try await shop.channel()
        #expect(channel["name"].text == "support")
        #expect(channel["provider"].text == "webhook")
        #expect(channel["address"].text == "http://127.0.0.1:\(shop.port)/channels/support")
        #expect(channel["unpacked"].integer == 2)
        #expect(channel["parked"].integer == 1)
        #expect(channel["received"].integer == 0)
        #expect(channel["contradictions"].integer == 1)
        #expect(channel["newest"]["id"].integer == 3)
        #expect(channel["newest"]["state"].text == "parked")
        let list = try await shop.run("channels", "list")
        #expect(list.output.contains("2 unpacked, 1 parked, 0 waiting, 1 contradicting another"), "\(list)")

        let all = try await shop.run("channels", "deliveries", "support").output.split(separator: "\n")
        #expect(all.map { $0.prefix(2) } == ["#3", "#2", "#1"])
        #expect(all[1].hasSuffix("\tunpacked\t1 message\tcontradicts #1"), "\(all)")
        let parked = try await shop.run("channels", "deliveries", "support", "--state", "parked")
        #expect(parked.output.split(separator: "\n").count == 1)
        let more = try await shop.run("channels", "deliveries", "support", "--limit", "1")
        #expect(more.errors == "2 more; see --limit.\n")
        let none = try await shop.run("channels", "deliveries", "nobody")
        #expect(none.status == 1)
        #expect(none.errors.hasPrefix("There is no channel nobody"))
    }

    @Test("show prints request, fields and body, without what a terminal would obey")
    func showing() async throws {
        let shop = try await shop()
        let first = try await shop.run("channels", "show", "1")
        #expect(first.output.contains("POST http://127.0.0.1:\(shop.port)/channels/support\n"), "\(first)")
        #expect(first.output.contains("webhook-id: msg_1\n"))
        #expect(first.output.contains(#""body":"\#(Self.question)""#))
        #expect(!first.output.contains(WebhookSource.key))
        let third = try await shop.run("channels", "show", "3")
        #expect(third.output.contains("no \u{FFFD}[2J JSON"), "\(third)")
        #expect(!third.output.contains("\u{1B}"))
        #expect(third.output.contains("\"token\": \"…\"") && !third.output.contains("Z26uFbvR1xHJEdHE1OQiO6t8"))
        let none = try await shop.run("channels", "show", "99")
        #expect(none.status == 1)
        #expect(none.errors == "There is no delivery 99.\n")
    }

    @Test("replay verifies by the clock of then, reads and drafts, and changes nothing")
    func replaying() async throws {
        let shop = try await shop()
        let replay = try await shop.run("channels", "replay", "1")
        #expect(replay.status == 0, "\(replay)")
        #expect(replay.output.hasPrefix("Delivery 1 of support: verified; its sender's number is msg_1.\n"))
        #expect(replay.output.contains("1 of 1: message m1"))
        #expect(replay.output.contains("order.where"))
        #expect(replay.output.contains("Draft from"))
        let broken = try await shop.run("channels", "replay", "3")
        #expect(broken.status == 1)
        #expect(broken.output.contains("verified; its sender's number is msg_2."))
        #expect(broken.errors.hasPrefix("It cannot be taken apart:"), "\(broken)")
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == 3)
        #expect(proof["deliveries"]["accepted"].integer == 3)
        #expect(proof["deliveries"]["unpacked"].integer == 2)
        #expect(proof["deliveries"]["parked"].integer == 1)
        #expect(proof["deliveries"]["waiting"].integer == 0)
        #expect(proof["deliveries"]["oldestWaiting"] == .null)
        let words = try await shop.run("prove")
        #expect(words.output.hasSuffix("deliveries 3 = unpacked 2 + parked 1 + waiting 0\n"), "\(words)")
    }

    @Test("replay says that a replaced key would refuse it, and takes it all the same if asked to")
    func replacedKey() async throws {
        let shop = try await shop()
        try shop.directory.write("\(ReplyReceiver.key)\n", to: "key")
        let refused = try await shop.run("channels", "replay", "1")
        #expect(refused.status == 1)
        #expect(refused.output.contains("refused (bad-signature)"), "\(refused)")
        let taken = try await shop.run("channels", "replay", "1", "--take")
        #expect(taken.status == 0, "\(taken)")
        #expect(taken.output.contains("Known: message 1, m1\n"), "\(taken)")
        #expect(try await shop.prove()["taken"].integer == 3)
    }

    @Test("replay --take takes a parked delivery apart once its fields are mapped, and it leaves the parked messages")
    func corrected() async throws {
        let shop = try Shop.chat()
        try await shop.open()
        let other = #"{"number":"m1","author":"mara","words":"\#(Self.question)"}"#
        #expect(try await shop.webhooks().post(other, id: "msg_1") == 200)
        try await shop.caughtUp(1)
        #expect(try await shop.channel()["parked"].integer == 1)
        #expect(try await shop.run("channels", "replay", "1", "--take").status == 1)
        #expect(try await shop.channel()["parked"].integer == 1)
        let settings = shop.directory.text(of: "config/wavelength.yaml").replacing(
            "{id: uid, person: from.id, name: from.name, text: body, chat: room}",
            with: "{id: number, person: author, text: words}"
        )
        try shop.directory.write(settings, to: "config/wavelength.yaml")
        let taken = try await shop.run("channels", "replay", "1", "--take")
        #expect(taken.status == 0, "\(taken)")
        #expect(taken.output.contains("Taken: message 2, m1\n"), "\(taken)")
        #expect(taken.output.contains("Delivery 1 is now unpacked: 1 message"), "\(taken)")
        _ = try await shop.api.draft(answering: "chat:support/mara")
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == 1)
        #expect(proof["open"].integer == 1)
        #expect(proof["parked"].integer == 0)
    }

    @Test("replay says why Telegram's deliveries cannot be verified again")
    func unkeptSecret() async throws {
        let shop = try Shop(
            inbox: """
                telegram:
                  keys: [{file: key}]
                  token: {file: key}
                  receive: webhook
                """
        )
        try shop.directory.write("a-secret-of-telegram\n", to: "key")
        try await shop.open()
        let body = """
            {"update_id":7,"message":{"message_id":5,"date":1790000000,"chat":{"id":9,"type":"private"},\
            "from":{"id":9,"is_bot":false,"first_name":"Mara"},"text":"\(Self.question)"}}
            """
        try await take(body, with: "X-Telegram-Bot-Api-Secret-Token: a-secret-of-telegram", by: shop)
        let replay = try await shop.run("channels", "replay", "1")
        #expect(replay.status == 0, "\(replay)")
        #expect(replay.output.contains("not verified again: what proved it when it came"), "\(replay)")
        #expect(replay.output.contains("message "))
        let shown = try await shop.run("channels", "show", "1")
        #expect(!shown.output.contains("a-secret-of-telegram"), "\(shown)")
    }

    @Test("replay says why Postmark's deliveries cannot be verified again, and reads the mail in them")
    func unkeptPassword() async throws {
        let shop = try Shop(
            inbox: """
                addresses: [help@shop.test]
                sender_name: Example Shop
                language: en
                postmark:
                  user: wavelength
                  keys: [{file: key}]
                """
        )
        try shop.directory.write("a-password-of-postmark\n", to: "key")
        try await shop.open()
        let body = """
            {"FromFull":{"Email":"mara@customer.test","Name":"Mara"},"To":"help@shop.test","Subject":"Order",\
            "MessageID":"22c74902","Date":"Thu, 5 Mar 2026 10:00:00 +0000","TextBody":"\(Self.question)"}
            """
        let password = Data("wavelength:a-password-of-postmark".utf8).base64EncodedString()
        try await take(body, with: "Authorization: Basic \(password)", by: shop)
        let replay = try await shop.run("channels", "replay", "1")
        #expect(replay.status == 0, "\(replay)")
        #expect(replay.output.contains("not verified again: what proved it when it came, Authorization"), "\(replay)")
        #expect(replay.output.contains("1 of 1: mail "))
        #expect(replay.output.contains("order.where"))
        #expect(try await !shop.run("channels", "show", "1").output.contains(password))
        let taken = try await shop.run("channels", "replay", "1", "--take")
        #expect(taken.output.contains("Known: message 1, "), "\(taken)")
    }

    /// Posts a webhook whose field proves who sent it, and waits until it is read.
    private func take(_ body: String, with proof: String, by shop: Shop) async throws {
        let head = [
            "POST /channels/support HTTP/1.1", "Host: 127.0.0.1:\(shop.port)", "Content-Type: application/json", proof,
        ]
        #expect(try await HTTPCall.send(head, body: body, port: shop.port).status == 200)
        try await shop.caughtUp(1)
    }

    @Test("replay reads what a feed brought, which nobody signs")
    func polled() async throws {
        let page = #"[{"id": "m1", "person": "mara", "text": "\#(Self.question)"}]"#
        let server = try ScriptedServer { peer in
            while true {
                _ = try peer.text(through: "\r\n\r\n")
                peer.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(page.utf8.count)\r\n\r\n"
                        + page
                )
            }
        }
        defer { server.stop() }
        let shop = try Shop(
            inbox: """
                sender_name: Example Shop
                language: en
                feed:
                  url: http://127.0.0.1:\(server.port)/messages
                """
        )
        try await shop.open()
        try await shop.caughtUp(1)
        let replay = try await shop.run("channels", "replay", "1")
        #expect(replay.status == 0, "\(replay)")
        #expect(
            replay.output.contains("not verified again: nobody signs it, as it came by our own asking."),
            "\(replay)"
        )
        #expect(replay.output.contains("1 of 1: message m1"))
        #expect(replay.output.contains("order.where"))
    }
}
