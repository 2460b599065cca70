import Foundation
import TestSupport
import Testing

@Suite("A daemon that is killed while webhooks come")
struct WebhookPowerCutTests {
    private static let kills = 4

    /// `make burst` sends 5,000, which take some minutes where the program is not optimised, most of it for reading.
    private static var count: Int {
        ProcessInfo.processInfo.environment["WAVELENGTH_WEBHOOKS"].flatMap { Int($0) } ?? 600
    }

    @Test("stores each of a burst exactly once, however often its sender tries, and each message exactly once")
    func killed() async throws {
        var seed = Seed.fromEnvironment("kill -9 while webhooks come")
        let shop = try Shop.chat()
        try await shop.open()
        let burst = WebhookBurst(Self.count, from: try shop.webhooks(), within: .seconds(300))
        async let sent: Void = burst.run(connections: 4)
        for kill in 1...Self.kills {
            let limit = burst.count * kill / (Self.kills + 1) + Int.random(in: 0...20, using: &seed)
            try await eventually(within: .seconds(120), "\(limit) are taken\n\(shop.log.suffix(2_000))") {
                burst.taken >= limit
            }
            shop.kill()
            print("kill -9 after \(burst.taken) of \(burst.count) webhooks were taken")
            // One in two is cut off once more while it starts.
            if Bool.random(using: &seed) {
                try shop.launch()
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &seed)))
                shop.kill()
            }
            try await shop.start()
        }
        await sent
        #expect(burst.taken == burst.count)
        #expect(burst.refused.keys.allSatisfy { $0 == 503 }, "\(burst.refused)")
        print("\(burst.attempts) attempts for \(burst.count) webhooks")
        try await shop.caughtUp(burst.count, within: .seconds(300))
        try await expectEachOnce(burst.count, in: shop)
    }

    private func expectEachOnce(_ count: Int, in shop: Shop) async throws {
        let channel = try await shop.channel()
        let (unpacked, parked) = (channel["unpacked"].integer ?? 0, channel["parked"].integer ?? 0)
        // One that was being taken apart at three of the kills is taken for the cause of them.
        #expect(unpacked + parked == count && parked <= 1, "\(channel)")
        #expect(channel["received"].integer == 0)
        #expect(channel["contradictions"].integer == 0)
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == count)
        #expect(proof["duplicated"].integer == 0)
        #expect(proof["missing"].integer == 0)
        let sum = ["open", "answered", "parked"].compactMap { proof[$0].integer }.reduce(0, +)
        #expect(sum == count, "\(proof)")
    }
}
