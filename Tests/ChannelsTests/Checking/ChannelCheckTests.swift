import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Channels

@Suite("Trying a channel, for wavelength check")
struct ChannelCheckTests {
    /// What a check found: the way that was tried, whether it is well, and a sentence.
    private struct Found {
        var subject: String
        var isWell: Bool
        var sentence: String
    }

    private static func check(
        _ given: CheckedProvider,
        without missing: String? = nil,
        isReachable: Bool = true,
        _ act: @escaping @Sendable (String) -> PollServer.Act
    ) async throws -> (found: [Found], requests: [String]) {
        var environment = given.environment
        if let missing { environment[missing] = nil }
        let scene = try PollScene(environment: environment) { _, head in act(head) }
        defer { scene.server.stop() }
        let check = ChannelCheck(
            given.settings(at: scene.server.url),
            named: PollScene.name,
            publicURL: "https://desk.test",
            isReachable: isReachable,
            parts: try scene.parts(),
            custody: scene.store
        )
        let found = await check.findings().map { finding in
            switch finding.result {
            case .success(let sentence):
                Found(subject: finding.subject.rawValue, isWell: true, sentence: sentence)
            case .failure(let error):
                Found(
                    subject: finding.subject.rawValue,
                    isWell: false,
                    sentence: (error as? ChannelError)?.sentence ?? "no sentence: \(error)"
                )
            }
        }
        return (found, scene.server.requests)
    }

    @Sendable private static func well(_ given: CheckedProvider, _ head: String) -> PollServer.Act {
        let answer = given.good.first { head.prefix { $0 != "\r\n" }.contains($0.0) }
        return answer.map { .page($0.1) } ?? .answer(404, "{}")
    }

    @Test(
        "where all is well it says who we are to the provider, and where the provider is to call",
        arguments: CheckedProvider.all
    )
    func good(given: CheckedProvider) async throws {
        let (found, requests) = try await Self.check(given) { Self.well(given, $0) }
        #expect(found.map(\.subject) == given.found.map(\.0))
        for (finding, expected) in zip(found, given.found) {
            #expect(finding.isWell && finding.sentence.contains(expected.1), "\(finding.sentence)")
        }
        #expect(requests.count == given.good.count)
        #expect(requests.allSatisfy { $0.hasPrefix("GET ") || $0.hasPrefix("POST /auth.test ") })
    }

    @Test(
        "a key that is missing is told with the place where it should be",
        arguments: CheckedProvider.all.filter { $0.key != nil }
    )
    func keyMissing(given: CheckedProvider) async throws {
        let (found, _) = try await Self.check(given, without: "KEY") { Self.well(given, $0) }
        let first = try #require(found.first)
        #expect(first.subject == "in" && !first.isWell)
        #expect(first.sentence.contains("The environment variable KEY is not set"), "\(first.sentence)")
    }

    @Test(
        "a token that is missing is told by every way that needs it",
        arguments: CheckedProvider.all.filter { $0.hasToken }
    )
    func tokenMissing(given: CheckedProvider) async throws {
        let (found, requests) = try await Self.check(given, without: "TOKEN") { Self.well(given, $0) }
        let failed = found.filter { !$0.isWell }
        #expect(!failed.isEmpty && requests.isEmpty)
        #expect(failed.allSatisfy { $0.sentence.contains("The environment variable TOKEN is not set") }, "\(failed)")
    }

    @Test(
        "a token that the provider does not take is told with where it comes from, and is in no sentence",
        arguments: CheckedProvider.all.filter { !$0.good.isEmpty }
    )
    func tokenWrong(given: CheckedProvider) async throws {
        let (found, requests) = try await Self.check(given) { _ in .answer(given.bad.status, given.bad.body) }
        let failed = found.filter { !$0.isWell }
        #expect(failed.count == requests.count && !failed.isEmpty)
        let place = given.hasToken ? "“token” of the channel" : "“keys” of the channel"
        #expect(failed.allSatisfy { $0.sentence.contains(place) }, "\(failed)")
        let secrets = given.environment.values.filter { !$0.isEmpty }
        #expect(found.allSatisfy { finding in secrets.allSatisfy { !finding.sentence.contains($0) } }, "\(found)")
    }

    @Test(
        "a provider that does not answer is told as that, whatever the ways",
        arguments: CheckedProvider.all.filter { !$0.good.isEmpty }
    )
    func silent(given: CheckedProvider) async throws {
        let (found, requests) = try await Self.check(given) { _ in .close }
        #expect(found.count { !$0.isWell } == given.good.count && !requests.isEmpty)
        #expect(found.allSatisfy { !$0.sentence.hasPrefix("no sentence") }, "\(found)")
    }

    @Test(
        "a bot that calls another address than ours is told of, by its host alone",
        arguments: [
            ("https://old.test/77:s3cret", true, "calls https://old.test/… instead of https://desk.test/channels/chat"),
            ("", true, "no webhook"), ("", false, "knows no webhook of this bot"),
        ]
    )
    func misdirected(url: String, isReachable: Bool, words: String) async throws {
        let given = try #require(CheckedProvider.all.first { $0.name == "telegram, by webhook" })
        let (found, _) = try await Self.check(given, isReachable: isReachable) { head in
            head.contains("/getWebhookInfo")
                ? .page(#"{"ok":true,"result":{"url":"\#(url)","pending_update_count":0}}"#) : Self.well(given, head)
        }
        let listing = try #require(found.first { $0.subject == "list" })
        #expect(!listing.isWell && listing.sentence.contains(words), "\(listing.sentence)")
        #expect(!listing.sentence.contains("s3cret"))
    }
}
