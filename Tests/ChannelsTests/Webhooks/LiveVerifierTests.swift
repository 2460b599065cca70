import Channels
import Chat
import Foundation
import Model
import TestSupport
import Testing

@Suite("Keys that change while deliveries come")
struct LiveVerifierTests {
    private let keys: KeyFiles

    init() throws {
        keys = try KeyFiles()
    }

    @Test("a replaced key counts at once, and the one before it no more")
    func replaced() throws {
        try keys.write("first-secret", to: "a")
        let verifier = keys.verifier("a")
        #expect(verifier.status(of: "first-secret") == 200)
        try keys.write("second-secret", to: "a")
        #expect(verifier.status(of: "second-secret") == 200)
        #expect(verifier.status(of: "first-secret") == 401)
    }

    @Test("a withdrawn key counts no more ten seconds later, though nothing was refused in between")
    func withdrawn() throws {
        try keys.write("leaked-secret", to: "a")
        try keys.write("second-secret", to: "b")
        let verifier = keys.verifier("a", "b")
        #expect(verifier.status(of: "leaked-secret") == 200)
        try keys.write("third-secret", to: "a")
        #expect(verifier.status(of: "second-secret", after: 1) == 200)
        #expect(verifier.status(of: "leaked-secret", after: 10) == 401)
        #expect(verifier.status(of: "third-secret", after: 10) == 200)
    }

    @Test("a clock that is set back does not keep a withdrawn key in force")
    func setBack() throws {
        try keys.write("leaked-secret", to: "a")
        let verifier = keys.verifier("a")
        #expect(verifier.status(of: "leaked-secret") == 200)
        try keys.write("second-secret", to: "a")
        #expect(verifier.status(of: "leaked-secret", after: -3_600) == 401)
    }

    @Test("rubbish that came just before does not keep a new key from being found")
    func rubbish() throws {
        try keys.write("first-secret", to: "a")
        let verifier = keys.verifier("a")
        #expect(verifier.status(of: "no-such-secret") == 401)
        try keys.write("second-secret", to: "a")
        #expect(verifier.status(of: "second-secret") == 200)
    }

    @Test("of many deliveries that come together by a new key none is refused")
    func together() async throws {
        try keys.write("first-secret", to: "a")
        let verifier = keys.verifier("a")
        for round in 1...20 {
            try keys.write("secret-of-round-\(round)", to: "a")
            let statuses = await withTaskGroup(of: Int.self) { group in
                for _ in 1...8 { group.addTask { verifier.status(of: "secret-of-round-\(round)") } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(statuses) == [200])
        }
    }

    @Test("a key whose file is gone counts no more, the others do as they are now, and it is named")
    func gone() throws {
        try keys.write("first-secret", to: "a")
        try keys.write("second-secret", to: "b")
        let verifier = keys.verifier("a", "b")
        #expect(verifier.status(of: "first-secret") == 200)
        #expect(verifier.fault() == nil)
        try keys.remove("a")
        try keys.write("third-secret", to: "b")
        #expect(verifier.status(of: "third-secret") == 200)
        #expect(verifier.status(of: "first-secret") == 401)
        #expect(verifier.fault()?.sentence.contains("\(keys.path("a")) does not exist") == true)
    }

    @Test("where no key can be had any more, those that were read last stay in force, and that is told")
    func allGone() throws {
        try keys.write("first-secret", to: "a")
        let verifier = keys.verifier("a")
        #expect(verifier.status(of: "first-secret") == 200)
        try keys.remove("a")
        #expect(verifier.status(of: "first-secret", after: 60) == 200)
        #expect(verifier.status(of: "other-secret", after: 60) == 401)
        #expect(verifier.fault()?.sentence.contains("does not exist") == true)
        try keys.write("first-secret", to: "a")
        #expect(verifier.fault() == nil)
    }

    @Test("before there is a key all is put off, and the key is found when it comes")
    func comes() throws {
        let verifier = keys.verifier("a")
        guard case .refuse(.noKey, let answer) = verifier.judge(.telegram("first-secret"), at: KeyFiles.now) else {
            Issue.record("judged without a key")
            return
        }
        #expect(answer.status == 503)
        #expect(answer.fields.values(of: "Retry-After") == ["60"])
        #expect(verifier.fault()?.isTransient == false)
        try keys.write("first-secret", to: "a")
        #expect(verifier.status(of: "first-secret") == 200)
        #expect(verifier.fault() == nil)
    }

    @Test("a key that cannot be one is left out and named, without being shown")
    func unfit() throws {
        try keys.write("123456:the-token-of-the-bot", to: "a")
        try keys.write("second-secret", to: "b")
        let verifier = keys.verifier("a", "b")
        #expect(verifier.status(of: "second-secret") == 200)
        let sentence = try #require(verifier.fault()).sentence
        #expect(sentence.hasPrefix("Key 1 of 2:"))
        #expect(!sentence.contains("the-token-of"))
    }

    @Test("Meta's deliveries wait for the word of the handshake as well")
    func handshake() throws {
        try keys.write("0123456789abcdef", to: "a")
        let meta = MetaChannel(account: "1", verifyToken: .file(keys.path("word")))
        let verifier = LiveVerifier(
            ChannelSettings(provider: .whatsapp(meta), keys: [.file(keys.path("a"))]),
            secrets: SecretReader(environment: [:])
        )
        let asked = ReceivedRequest(
            method: "GET",
            url: "https://shop.example/channels/c?hub.mode=subscribe&hub.verify_token=ham&hub.challenge=7"
        )
        #expect(verifier.status(of: asked) == 503)
        try keys.write("ham", to: "word")
        #expect(verifier.status(of: asked) == 200)
    }
}

/// Files with the keys of a channel of Telegram's, which proves itself by the key in plain words.
private struct KeyFiles {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    func path(_ name: String) -> String { folder.path(name) }

    func write(_ key: String, to name: String) throws { try folder.write("\(key)\n", to: name) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    func verifier(_ names: String...) -> LiveVerifier {
        let telegram = TelegramChannel(mode: .webhook)
        let settings = ChannelSettings(provider: .telegram(telegram), keys: names.map { .file(path($0)) })
        return LiveVerifier(settings, secrets: SecretReader(environment: [:]))
    }
}

extension LiveVerifier {
    fileprivate func status(of key: String, after seconds: TimeInterval = 0) -> Int {
        status(of: .telegram(key), after: seconds)
    }

    fileprivate func status(of request: ReceivedRequest, after seconds: TimeInterval = 0) -> Int {
        switch judge(request, at: KeyFiles.now + seconds) {
        case .take(_, let answer), .answer(let answer), .refuse(_, let answer): answer.status
        }
    }
}

extension ReceivedRequest {
    fileprivate static func telegram(_ key: String) -> ReceivedRequest {
        ReceivedRequest(
            url: "https://shop.example/channels/chat",
            fields: [HeaderField(name: "X-Telegram-Bot-Api-Secret-Token", value: key)],
            body: [UInt8](#"{"update_id":1}"#.utf8)
        )
    }
}
