import ConfigurationFiles
import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("Limits run out, and end")
struct LimitKeeperTests {
    private func told(_ shop: Shop, _ person: String = "mara") async throws -> Message {
        let message = try await shop.write("Please change my order to Sunday.", from: person)
        #expect(try await shop.pending(message)?.body.limits == ["no_sunday"])
        #expect(try await shop.release(message).isDone)
        return message
    }

    /// Puts the file in force with more lines for its limit, or none at all.
    private func reload(_ shop: Shop, _ text: String) {
        let files = [ConfigurationFile(path: "config/limits.yaml", text: text)]
        let loaded = LoadedConfiguration(files: files, directories: Directories(root: "/r", data: "/d"))
        var rules = shop.help.rules.value
        rules.limits = loaded.limits
        shop.help.rules.replace(by: rules)
    }

    @Test("everybody who was told hears of the end, once each, and later where a draft is pending")
    func ended() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let keeper = shop.help.limitKeeper
        await keeper.keep()
        let (first, second) = (try await told(shop), try await told(shop, "tom"))
        let other = try await shop.write("Where is my order?", from: "eve")
        _ = try await shop.write("Where is my order?", from: "tom", number: 2)
        reload(shop, Shop.limits("ended: 2027-03-30"))
        await keeper.keep()
        #expect(try await shop.pending(first)?.body.occasion == .limitEnded("no_sunday"))
        #expect(try await shop.pending(first)?.body.text.contains("Now we can deliver on Sundays again.") == true)
        #expect(try await shop.pending(second)?.body.occasion == .message)
        #expect(try await shop.pending(other)?.body.occasion == .message)
        #expect(try await shop.release(second) { $0.fill("arrives", "2027-04-02") }.isDone)
        await keeper.keep()
        #expect(try await shop.pending(second)?.body.occasion == .limitEnded("no_sunday"))
        #expect(try await shop.release(second).isDone)
        await keeper.keep()
        #expect(try await shop.pending(second) == nil)
    }

    @Test("one that is taken out of the file has ended too")
    func takenOut() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let keeper = shop.help.limitKeeper
        await keeper.keep()
        let message = try await told(shop)
        reload(shop, "limits: []")
        await keeper.keep()
        #expect(try await shop.pending(message)?.body.text.contains("deliver on Sundays") == true)
    }

    @Test("one that was taken out of the file is told of by a program that never saw it there, in its last words")
    func takenOutBefore() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        await shop.help.limitKeeper.keep()
        let message = try await told(shop)
        _ = try await shop.write("Where is my order?", number: 2)
        reload(shop, "limits: []")
        await shop.help.limitKeeper.keep()
        #expect(try await shop.pending(message)?.body.occasion == .message)
        #expect(try await shop.release(message) { $0.fill("arrives", "2027-04-02") }.isDone)
        await shop.help.limitKeeper.keep()
        let news = try #require(try await shop.pending(message))
        #expect(news.body.occasion == .limitEnded("no_sunday"))
        #expect(news.body.text.contains("deliver on Sundays"))
    }

    @Test("news of the end of one that is in force again is released by nobody, and goes away")
    func backInForce() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        await shop.help.limitKeeper.keep()
        let message = try await told(shop)
        reload(shop, "limits: []")
        await shop.help.limitKeeper.keep()
        reload(shop, Shop.limits())
        let refusals = try await shop.release(message).refusals
        #expect(refusals == [.notSendable("“no_sunday” is in force again: there is no end of it to tell.")])
        await shop.help.limitKeeper.keep()
        #expect(try await shop.pending(message) == nil)
        reload(shop, Shop.limits("ended: 2027-03-30"))
        await shop.help.limitKeeper.keep()
        #expect(try await shop.pending(message)?.body.occasion == .limitEnded("no_sunday"))
    }

    @Test("one that ran out raises an alert that names its owner, and is no good news")
    func expired() async throws {
        let shop = try await Shop(at: "2027-04-10 20:00")
        let keeper = shop.help.limitKeeper
        let message = try await told(shop)
        await keeper.keep()
        #expect(try await shop.help.store.alerts().isEmpty)
        shop.help.clock.set(Shop.at("2027-04-11 00:01"))
        await keeper.keep()
        let alert = try #require(try await shop.help.store.alerts().first)
        #expect(alert.kind == .limitExpired)
        #expect(alert.text.contains("ran out on 2027-04-10"))
        #expect(alert.text.contains("anna has to say"))
        #expect(try await shop.pending(message) == nil)
        reload(shop, Shop.limits().replacing("2027-04-10", with: "2027-05-10"))
        await keeper.keep()
        #expect(try await shop.help.store.alerts().isEmpty)
    }

    @Test("a draft that names one that ran out cannot be released, and one drafted anew does not name it")
    func notSent() async throws {
        let shop = try await Shop(at: "2027-04-10 20:00")
        let message = try await shop.write("Please change my order to Sunday.")
        shop.help.clock.set(Shop.at("2027-04-12 10:00"))
        #expect(try await shop.release(message).refusals == [.limitsOver(["no_sunday"])])
        try await shop.help.desk().setFormality(.informal, in: try #require(message.conversation), by: "anna")
        let draft = try #require(try await shop.pending(message))
        #expect(draft.version == 2)
        #expect(draft.body.limits.isEmpty)
        #expect(try await shop.release(message).isDone)
    }
}
