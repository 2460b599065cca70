import Chat
import Curl
import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Channels

/// One of the providers that replies go out through, and what it says when all is well and when it is asked too often.
struct ProviderCase: Sendable, CustomTestStringConvertible {
    var name: String
    var provider: @Sendable (_ url: String) -> ChannelProvider
    var success: (status: Int, body: String)
    var limited: (status: Int, body: String)
    /// What it says to a good and to a bad token; nil where it cannot be asked.
    var introduction: (good: String, words: String, status: Int, bad: String)?
    var isIdempotent = false

    var testDescription: String { name }

    private static let meta = MetaChannel(account: "1065", verifyToken: .environment("VERIFY"))

    static let all = [
        ProviderCase(
            name: "Slack",
            provider: { _ in .slack(SlackChannel()) },
            success: (200, #"{"ok":true,"channel":"C1","ts":"15.2"}"#),
            limited: (429, #"{"ok":false,"error":"ratelimited"}"#),
            introduction: (
                #"{"ok":true,"user":"desk","team":"Shop"}"#, "desk", 200, #"{"ok":false,"error":"invalid_auth"}"#
            )
        ),
        ProviderCase(
            name: "Telegram",
            provider: { _ in .telegram(TelegramChannel()) },
            success: (200, #"{"ok":true,"result":{"message_id":5}}"#),
            limited: (429, #"{"ok":false,"error_code":429,"description":"slow","parameters":{"retry_after":40}}"#),
            introduction: (
                #"{"ok":true,"result":{"username":"shop_bot"}}"#, "@shop_bot", 401,
                #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#
            )
        ),
        ProviderCase(
            name: "WhatsApp",
            provider: { _ in .whatsapp(meta) },
            success: (200, #"{"messages":[{"id":"wamid.1"}]}"#),
            limited: (400, #"{"error":{"code":130429,"message":"Rate limit hit"}}"#),
            introduction: (
                #"{"display_phone_number":"+49 30","verified_name":"Shop"}"#, "+49 30", 401,
                #"{"error":{"code":190,"message":"expired"}}"#
            )
        ),
        ProviderCase(
            name: "Messenger",
            provider: { _ in .messenger(meta) },
            success: (200, #"{"recipient_id":"7","message_id":"m_1"}"#),
            limited: (400, #"{"error":{"code":613,"message":"too many"}}"#),
            introduction: (
                #"{"id":"1065","name":"Shop page"}"#, "Shop page", 401, #"{"error":{"code":190,"message":"expired"}}"#
            )
        ),
        ProviderCase(
            name: "Twilio",
            provider: { _ in .twilio(TwilioChannel(account: "AC1", sender: "+4930")) },
            success: (201, #"{"sid":"SM1","status":"queued"}"#),
            limited: (429, #"{"code":20429,"message":"Too Many Requests","status":429}"#),
            introduction: (
                #"{"friendly_name":"Shop account","status":"active"}"#, "Shop account", 401,
                #"{"code":20003,"message":"Authenticate","status":401}"#
            )
        ),
        ProviderCase(
            name: "a receiver of the shop's own",
            provider: { .webhook(GenericChannel(replyURL: $0, replyKey: .environment("TOKEN"))) },
            success: (204, ""),
            limited: (429, "slow down"),
            isIdempotent: true
        ),
    ]

    func accepts() -> ChatServer.Act { .answer(success.status, success.body) }
    func limits(_ seconds: Int = 40) -> ChatServer.Act {
        .answer(limited.status, limited.body, fields: "Retry-After: \(seconds)\r\n")
    }
}

/// A sender of one channel, the provider on loopback, a clock, and what the store was told.
struct ChatScene: Sendable {
    /// Of the form that signatures want; others take any.
    static let token = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="

    struct Refusal: Error {}

    final class Told: Sendable {
        let handedOver = Mutex(0)
        let parts = Mutex<[SentPart]>([])
    }

    let server: ChatServer
    let sender: ChatSender
    let clock = LookupScene.Clock()
    private let told = Told()

    var handedOver: Int { told.handedOver.withLock { $0 } }
    var partsSent: [SentPart] { told.parts.withLock { $0 } }

    /// - Parameters:
    ///   - api: the address of the API; the scripted server's unless given.
    ///   - patience: for one request.
    init(
        _ provider: ProviderCase,
        api: String? = nil,
        token: SecretReference? = .environment("TOKEN"),
        keys: [SecretReference] = [],
        environment: [String: String] = ["TOKEN": Self.token],
        patience: Duration = eventuallyLimit,
        _ act: @escaping @Sendable (Int) -> ChatServer.Act
    ) throws {
        server = try ChatServer(act)
        let clock = clock
        let url = api ?? server.url
        sender = ChatSender(
            settings: ChannelSettings(provider: provider.provider(url), keys: keys, token: token, api: url),
            reactor: try Network.reactor(),
            secrets: SecretReader(environment: environment),
            limits: HTTPLimits(connect: eventuallyLimit, total: patience, idle: eventuallyLimit, bodyBytes: 64 << 10),
            now: { clock.now }
        )
    }

    func deliver(
        _ parts: [String] = ["Your parcel arrives on Friday."],
        sent: Int = 0,
        closesAt: Date? = nil,
        willHandOver: @escaping @Sendable () async throws -> Void = {},
        partSent: @escaping @Sendable (SentPart) async throws -> Void = { _ in }
    ) async -> DeliveryOutcome {
        let reply = ChatReply(place: ChatPlace(chat: "77"), parts: parts, closesAt: closesAt)
        return await sender.deliver(
            mail(reply, sent: sent),
            willHandOver: {
                told.handedOver.withLock { $0 += 1 }
                try await willHandOver()
            },
            partSent: { part in
                told.parts.withLock { $0.append(part) }
                try await partSent(part)
            }
        )
    }

    private func mail(_ reply: ChatReply, sent: Int) -> OutgoingMail {
        OutgoingMail(
            id: .init(rawValue: 1),
            kind: .reply,
            state: .sending,
            inbox: InboxName("chat"),
            conversation: .init(rawValue: 1),
            draft: nil,
            answers: .init(rawValue: 1),
            mail: ComposedMail(messageID: "r1@desk.test", reversePath: "", forwardPaths: [], raw: reply.bytes),
            notBefore: clock.now,
            attempts: 1,
            lastAnswer: nil,
            createdAt: clock.now,
            approvedBy: "anna",
            partsSent: sent
        )
    }
}

/// How a try ended, without the words.
enum Ending: Hashable, Sendable {
    case accepted
    case deferred(TimeInterval? = nil)
    case refused
    case unknown

    init(_ outcome: DeliveryOutcome) {
        switch outcome {
        case .accepted: self = .accepted
        case .deferred(_, let retryAfter): self = .deferred(retryAfter)
        case .refused: self = .refused
        case .unknown: self = .unknown
        }
    }
}

extension DeliveryOutcome {
    var words: String {
        switch self {
        case .accepted(let answer), .deferred(let answer, _), .refused(let answer), .unknown(let answer): answer
        }
    }
}
