import Chat
import Foundation
import HummingbirdTesting
import Model
import StorageSQLite
import Testing

@testable import Web

/// From the octets on the wire to the row in the store and the status on the wire, for each provider.
@Suite("A provider's delivery through the route into the store")
struct ProviderDeliveryTests {
    private typealias Sent = ProviderSample.Sent

    private func post(_ request: [UInt8], _ client: any TestClientProtocol) async throws -> Int {
        let connection = try RawConnection(port: try #require(client.port))
        connection.write(request)
        let answer = try #require(await connection.readToEnd())
        return Int(answer.dropFirst(9).prefix(3)) ?? 0
    }

    private func status(_ sent: Sent, _ client: any TestClientProtocol) async throws -> Int {
        try await post(sent.request(to: ProviderStand.path), client)
    }

    private func signed(_ sample: ProviderSample, _ text: String, _ number: Int, key: Int = 0) throws -> Sent {
        try sample.signed(text, number, key, TestClock.start)
    }

    @Test("is taken once, however often it comes", arguments: ProviderSample.all)
    func again(sample: ProviderSample) async throws {
        let stand = try ProviderStand(sample.provider)
        try stand.write(key: sample.keys[0])
        try await stand.application().test(.live) { client in
            let sent = try signed(sample, "Hello", 1)
            for _ in 1...3 { #expect(try await status(sent, client) == 200) }
            #expect(try await status(try signed(sample, "Other", 2), client) == 200)
        }
        let kept = try await stand.kept()
        #expect(kept.count == 2)
        #expect(kept.allSatisfy { $0.contradicts == nil && $0.state == .received })
    }

    @Test("under the number of another with other bytes is told from it", arguments: ProviderSample.all)
    func contradicting(sample: ProviderSample) async throws {
        let stand = try ProviderStand(sample.provider)
        try stand.write(key: sample.keys[0])
        try await stand.application().test(.live) { client in
            #expect(try await status(try signed(sample, "Hello", 1), client) == 200)
            let other = try signed(sample, "Other", 1)
            for _ in 1...2 {
                #expect(try await status(other, client) == (sample.contradiction == .refused ? 401 : 200))
            }
            #expect(try await status(try signed(sample, "Hello", 1), client) == 200)
        }
        let kept = try await stand.kept()
        #expect(kept.count == (sample.contradiction == .refused ? 1 : 2))
        #expect(kept.last?.contradicts == (sample.contradiction == .flagged ? kept.first?.id : nil))
    }

    @Test("that cannot be taken as it is gets the answer that its sender needs", arguments: ProviderSample.all)
    func refused(sample: ProviderSample) async throws {
        let stand = try ProviderStand(sample.provider)
        try stand.write(key: sample.keys[0])
        try await stand.application().test(.live) { client in
            #expect(try await status(try signed(sample, "Hello", 1, key: 1), client) == sample.refused, "wrong key")
            let large = String(repeating: "x", count: ProviderStand.limit)
            #expect(try await status(try signed(sample, large, 1), client) == 413, "oversize")
            guard let window = sample.window else { return }
            for (age, status) in [(window, 200), (window + 1, sample.refused), (-300, 200), (-301, sample.refused)] {
                let sent = try sample.signed("Hello \(age)", Int(age), 0, TestClock.start - age)
                #expect(try await self.status(sent, client) == status, "signed \(age) seconds ago")
            }
        }
        #expect(try await stand.kept().count == (sample.window == nil ? 0 : 2))
    }

    @Test("that does not come to its end in time may come again", arguments: ProviderSample.all)
    func slow(sample: ProviderSample) async throws {
        let stand = try ProviderStand(sample.provider)
        try stand.write(key: sample.keys[0])
        let sent = try signed(sample, "Hello", 1)
        try await stand.application(patience: .milliseconds(100)).test(.live) { client in
            let request = sent.request(to: ProviderStand.path, missing: 5)
            let status = try await post(request, client)
            #expect(status == sample.slow)
        }
        #expect(try await stand.kept().isEmpty)
        try await stand.application().test(.live) { client in
            let answered = try await status(sent, client)
            #expect(answered == 200)
        }
    }

    @Test("is told by the key of the moment, without a restart", arguments: ProviderSample.all)
    func rotated(sample: ProviderSample) async throws {
        let stand = try ProviderStand(sample.provider)
        try await stand.application().test(.live) { client in
            let (first, second) = (try signed(sample, "Hello", 1), try signed(sample, "Hello", 2, key: 1))
            #expect(try await status(first, client) == 503, "no key yet")
            try stand.write(key: sample.keys[0])
            #expect(try await status(first, client) == 200)
            #expect(try await status(second, client) == sample.refused)
            try stand.write(key: sample.keys[1])
            #expect(try await status(second, client) == 200)
            #expect(try await status(first, client) == sample.refused)
        }
        #expect(try await stand.kept().count == 2)
    }

    @Test("from Mailgun to the address that ends in mime is the mail as it came")
    func mime() async throws {
        let stand = try ProviderStand(.mailgun)
        let sample = try #require(ProviderSample.all.first { $0.provider == .mailgun })
        try stand.write(key: sample.keys[0])
        try await stand.application().test(.live) { client in
            let request = try signed(sample, "Hello", 1).request(to: ProviderStand.path + "/mime")
            #expect(try await post(request, client) == 200)
        }
        let kept = try await #require(stand.kept().first)
        let delivery = try await #require(stand.store.delivery(kept.id))
        let unpacker = DeliveryUnpacker(ChannelSettings(provider: .mailgun), channel: ProviderStand.channel)
        guard case .mail(_, let raw) = try unpacker.items(of: delivery.request).first else {
            Issue.record("no mail")
            return
        }
        #expect(String(decoding: raw, as: UTF8.self).hasSuffix("From: a@b.example\n\nHello"))
    }
}
