package import Foundation
package import Model

/// One try to send a reply, part by part: which part is next, and what the whole comes to.
///
/// The rule that it keeps: a reply is only tried again by itself where every part that may have arrived is known to the
/// store, or may be sent twice without harm.
package struct ReplyDelivery: Sendable {
    package enum Step: Hashable, Sendable {
        case send(ReplyPart)
        case end(DeliveryOutcome)
    }

    private let reply: ChatReply
    private let messageID: String
    private let approvedAt: Date
    private let provider: String
    private let isIdempotent: Bool
    /// How many parts have arrived, and how many of them the store knows of.
    package private(set) var arrived: Int
    private var known: Int
    /// What arrived in this try.
    private var taken: [SentPart] = []

    /// Goes on behind the parts that arrived at an earlier try.
    package init(of mail: OutgoingMail, by api: any ReplyAPI) throws(ReplyFormError) {
        reply = try ChatReply(bytes: mail.mail.raw)
        messageID = mail.mail.messageID
        approvedAt = mail.createdAt
        provider = api.provider
        isIdempotent = api.isIdempotent
        arrived = min(max(mail.partsSent, 0), reply.parts.count)
        known = arrived
    }

    package func next(at now: Date) -> Step {
        if reply.parts.isEmpty { return .end(.refused(answer: "The reply has no text.")) }
        if arrived == reply.parts.count { return .end(.accepted(answer: success)) }
        if let closesAt = reply.closesAt, closesAt <= now {
            return .end(
                .refused(
                    answer: progress
                        + "The time in which \(provider) takes a free reply ended before it went out. "
                        + "Answer in another way, or wait until the customer writes again."
                )
            )
        }
        return .send(ReplyPart(arrived + 1, of: reply, messageID: messageID, writtenAt: approvedAt))
    }

    /// Takes in what became of the part that was sent; nil where the next one can follow.
    package mutating func hear(_ answer: ChatAnswer) -> DeliveryOutcome? {
        switch answer {
        case .accepted(let id):
            arrived += 1
            taken.append(SentPart(number: arrived, id: id.map(ProviderNumber.safe)))
            return nil
        case .deferred(let deferral): return putOff(deferral.sentence, retryAfter: deferral.retryAfter)
        case .refused(let sentence): return .refused(answer: progress + sentence)
        case .unknown(let sentence): return .unknown(answer: progress + sentence)
        }
    }

    /// The part that arrived last in this try.
    package var latest: SentPart? { taken.last }

    /// The store knows now of all parts that have arrived.
    package mutating func noteKnown() {
        known = arrived
    }

    private func putOff(_ sentence: String, retryAfter: TimeInterval?) -> DeliveryOutcome {
        guard known == arrived || isIdempotent else {
            return .unknown(
                answer: "\(progress)That could not be written down, so the rest is not sent by itself. \(sentence)"
            )
        }
        return .deferred(answer: progress + sentence, retryAfter: retryAfter)
    }

    /// What the person who decides has to know first.
    private var progress: String {
        guard arrived > 0 else { return "" }
        return "\(arrived) of \(reply.parts.count) parts \(arrived == 1 ? "has" : "have") arrived. "
    }

    private var success: String {
        if taken.isEmpty { return "\(provider) has all parts since an earlier try" }
        let ids = taken.compactMap(\.id)
        return "\(provider) took it" + (ids.isEmpty ? "" : " as \(ids.joined(separator: ", "))")
    }
}
