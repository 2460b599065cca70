import Foundation
import Model
import Testing

@testable import Chat

/// What the tests of replies share.
enum Replies {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)

    static func part(
        _ text: String = "Your parcel arrives on Friday.",
        chat: String = "C1",
        thread: String? = nil,
        answers: String? = nil
    ) -> ReplyPart {
        let reply = ChatReply(place: ChatPlace(chat: chat, thread: thread), parts: [text], answers: answers)
        return ReplyPart(1, of: reply, messageID: "r1@desk.example", writtenAt: now)
    }

    static func api(_ provider: ChannelProvider, api: String = "") throws -> any ReplyAPI {
        try ChannelSettings(provider: provider, token: .environment("TOKEN"), api: api).replyAPI()
    }

    static func answer(_ status: Int, _ body: String, retryAfter: String? = nil) -> APIAnswer {
        let fields = retryAfter.map { [HeaderField(name: "retry-after", value: $0)] } ?? []
        return APIAnswer(status: status, fields: fields, body: Array(body.utf8))
    }
}

/// What an answer means, without its words.
enum Meaning: Hashable, Sendable {
    case accepted(String?)
    /// Later, for this customer.
    case later(TimeInterval? = nil)
    /// Later, for everybody in the channel.
    case limited(TimeInterval? = nil)
    case refused
    case unknown

    init(_ answer: ChatAnswer) {
        switch answer {
        case .accepted(let id): self = .accepted(id)
        case .deferred(let deferral) where deferral.concernsChannel: self = .limited(deferral.retryAfter)
        case .deferred(let deferral): self = .later(deferral.retryAfter)
        case .refused: self = .refused
        case .unknown: self = .unknown
        }
    }
}

extension ChatAnswer {
    var sentence: String {
        switch self {
        case .accepted(let id): id ?? ""
        case .deferred(let deferral): deferral.sentence
        case .refused(let sentence), .unknown(let sentence): sentence
        }
    }
}

/// One answer of a provider, what it means, and words that the sentence about it has.
struct AnswerCase: Sendable, CustomTestStringConvertible {
    var status: Int
    var body: String
    var retryAfter: String?
    var meaning: Meaning
    var words: String

    init(_ status: Int, _ body: String, retryAfter: String? = nil, _ meaning: Meaning, _ words: String = "") {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
        self.meaning = meaning
        self.words = words
    }

    var testDescription: String { "HTTP \(status) \(body)" }

    func check(_ api: any ReplyAPI, sourceLocation: SourceLocation = #_sourceLocation) {
        let answer = api.meaning(of: Replies.answer(status, body, retryAfter: retryAfter), at: Replies.now)
        #expect(Meaning(answer) == meaning, "\(answer)", sourceLocation: sourceLocation)
        #expect(words.isEmpty || answer.sentence.contains(words), "\(answer.sentence)", sourceLocation: sourceLocation)
        #expect(!answer.sentence.contains("\n"), sourceLocation: sourceLocation)
    }
}
