import Foundation
import Model
import Testing

@testable import Chat

@Suite("A reply on its way, part by part")
struct ReplyDeliveryTests {
    private static let limit = ChatAnswer.limited("Slow down.", retryAfter: 9)

    private func delivery(
        _ parts: [String] = ["a", "b", "c"],
        sent: Int = 0,
        closesAt: Date? = nil,
        provider: ChannelProvider = .slack(.init())
    ) throws -> ReplyDelivery {
        let reply = ChatReply(place: ChatPlace(chat: "C1"), parts: parts, answers: "m", closesAt: closesAt)
        let mail = OutgoingMail(
            id: .init(rawValue: 1),
            kind: .reply,
            state: .sending,
            inbox: InboxName("chat"),
            conversation: .init(rawValue: 1),
            draft: nil,
            answers: .init(rawValue: 1),
            mail: ComposedMail(messageID: "r1@x", reversePath: "", forwardPaths: [], raw: reply.bytes),
            notBefore: Replies.now,
            attempts: 1,
            lastAnswer: nil,
            createdAt: Replies.now,
            approvedBy: "anna",
            partsSent: sent
        )
        return try ReplyDelivery(of: mail, by: try Replies.api(provider))
    }

    private func text(_ step: ReplyDelivery.Step) -> String? {
        guard case .send(let part) = step else { return nil }
        return "\(part.number)/\(part.count) \(part.text) \(part.answers ?? "-")"
    }

    @Test("its parts go in order, the first quotes, and the end names their numbers")
    func inOrder() throws {
        var delivery = try delivery()
        #expect(text(delivery.next(at: Replies.now)) == "1/3 a m")
        for (index, next) in ["2/3 b -", "3/3 c -"].enumerated() {
            #expect(delivery.hear(.accepted(id: "id\(index)")) == nil)
            #expect(delivery.latest == SentPart(number: index + 1, id: "id\(index)"))
            #expect(text(delivery.next(at: Replies.now)) == next)
        }
        #expect(delivery.hear(.accepted(id: "id2")) == nil)
        #expect(delivery.next(at: Replies.now) == .end(.accepted(answer: "Slack took it as id0, id1, id2")))
    }

    @Test("it goes on behind what arrived at an earlier try")
    func goesOn() throws {
        var last = try delivery(sent: 2)
        #expect(text(last.next(at: Replies.now)) == "3/3 c -")
        #expect(last.latest == nil)
        #expect(last.hear(.accepted(id: nil)) == nil)
        #expect(last.latest == SentPart(number: 3))
        #expect(last.next(at: Replies.now) == .end(.accepted(answer: "Slack took it")))
        #expect(
            try delivery(sent: 3).next(at: Replies.now)
                == .end(.accepted(answer: "Slack has all parts since an earlier try"))
        )
    }

    @Test("put off between two parts it waits, if the store knows how far it came")
    func putOff() throws {
        var delivery = try delivery()
        #expect(delivery.hear(.accepted(id: "x")) == nil)
        delivery.noteKnown()
        #expect(delivery.hear(Self.limit) == .deferred(answer: "1 of 3 parts has arrived. Slow down.", retryAfter: 9))
    }

    @Test("put off with an arrival that nobody wrote down it is a person's, unless the receiver knows what it has")
    func notWrittenDown() throws {
        var delivery = try delivery()
        #expect(delivery.hear(.accepted(id: "x")) == nil)
        guard case .unknown(let answer) = delivery.hear(Self.limit) else {
            Issue.record("tried again by itself")
            return
        }
        #expect(answer.hasPrefix("1 of 3 parts has arrived. That could not be written down"))
        var known = try self.delivery(provider: .webhook(GenericChannel(replyURL: "https://x.example")))
        #expect(known.hear(.accepted(id: "x")) == nil)
        #expect(known.hear(Self.limit) == .deferred(answer: "1 of 3 parts has arrived. Slow down.", retryAfter: 9))
    }

    @Test("whoever gets it back learns first how much of it has arrived")
    func partly() throws {
        var delivery = try delivery(sent: 2)
        #expect(delivery.hear(.refused("Blocked.")) == .refused(answer: "2 of 3 parts have arrived. Blocked."))
        #expect(delivery.hear(.unknown("No answer.")) == .unknown(answer: "2 of 3 parts have arrived. No answer."))
    }

    @Test("a window that has closed refuses it, also between two parts")
    func window() throws {
        var delivery = try delivery(closesAt: Replies.now)
        #expect(text(delivery.next(at: Replies.now.addingTimeInterval(-1))) == "1/3 a m")
        #expect(delivery.hear(.accepted(id: "x")) == nil)
        guard case .end(.refused(let answer)) = delivery.next(at: Replies.now) else {
            Issue.record("sent after the window")
            return
        }
        #expect(answer.hasPrefix("1 of 3 parts has arrived. The time in which Slack takes a free reply ended"))
    }

    @Test("a reply with nothing in it is refused")
    func empty() throws {
        #expect(try delivery([]).next(at: Replies.now) == .end(.refused(answer: "The reply has no text.")))
    }

    @Test("its stored form reads back, and anything else is refused")
    func bytes() throws {
        let reply = ChatReply(
            place: ChatPlace(chat: "C1", thread: "2"),
            parts: ["ü", "b"],
            answers: "m",
            closesAt: Replies.now
        )
        #expect(try ChatReply(bytes: reply.bytes) == reply)
        #expect(reply.bytes == reply.bytes)
        #expect(throws: ReplyFormError.self) { try ChatReply(bytes: Array("{}".utf8)) }
    }
}
