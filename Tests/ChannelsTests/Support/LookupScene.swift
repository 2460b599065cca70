import Curl
import Foundation
import Model
import Synchronization

@testable import Channels

/// A client with one lookup, `order`, a shop's system that it asks, and a clock.
struct LookupScene {
    final class Clock: Sendable {
        private let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

        var now: Date { time.withLock { $0 } }

        func pass(_ seconds: TimeInterval) {
            time.withLock { $0.addTimeInterval(seconds) }
        }
    }

    let shop: ShopServer
    let client: LookupClient
    let clock = Clock()
    let reactor: Reactor

    init(
        timeLimit: TimeInterval = 90,
        fields: [Lookup.HeaderField] = [],
        environment: [String: String] = [:],
        _ answer: @escaping @Sendable (Int) -> String?
    ) throws {
        shop = try ShopServer(answer)
        reactor = try Reactor()
        let base = "http://127.0.0.1:\(shop.port)/api/"
        let lookup = Lookup(
            name: "order",
            url: [.text(base + "orders/"), .fact(.orderID)],
            allowed: base,
            fields: fields,
            timeLimit: timeLimit,
            facts: [
                LookupFact(name: "arrives", path: ["eta"], kind: .day, isRequired: true),
                LookupFact(name: "carrier", path: ["carrier"], kind: .text(words: [:])),
            ],
            allowsPlaintext: true
        )
        let clock = clock
        client = LookupClient(
            lookups: [lookup],
            reactor: reactor,
            secrets: SecretReader(environment: environment),
            now: { clock.now }
        )
    }

    func ask(_ order: String = "10482", needed: Set<String> = ["order"]) async -> LookupAnswers {
        let reading = Reading(
            newText: order,
            language: "en",
            intents: [],
            abstained: true,
            facts: [Fact(.orderID, TextSpan(text: order, start: 0, end: order.unicodeScalars.count), value: order)],
            automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
        )
        return await client.facts(for: reading, customer: nil, needed: needed, language: "en", zone: .gmt)
    }

    func end() async {
        shop.stop()
        await reactor.shutdown()
    }
}
