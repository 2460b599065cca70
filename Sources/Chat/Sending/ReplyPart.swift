import Crypto
package import Foundation
package import Model

/// One of the messages that a reply is sent as.
package struct ReplyPart: Hashable, Sendable {
    package var text: String
    /// Counted from 1.
    package var number: Int
    /// How many there are.
    package var count: Int
    package var place: ChatPlace
    /// The message that it answers; only in the first part, so that it is quoted once.
    package var answers: String?
    /// Stays the same over all tries, and differs between parts and replies.
    package var key: String
    /// What a provider that can is asked to give back when it tells what became of the part.
    package var name: SentPartName
    /// When the reply was approved.
    package var writtenAt: Date

    /// - Parameters:
    ///   - number: from 1 to the number of parts.
    ///   - messageID: of the reply, unique for all time.
    package init(_ number: Int, of reply: ChatReply, messageID: String, writtenAt: Date) {
        text = reply.parts[number - 1]
        self.number = number
        count = reply.parts.count
        place = reply.place
        answers = number == 1 ? reply.answers : nil
        key = Self.key(messageID: messageID, number: number)
        name = SentPartName(messageID: messageID, part: number)
        self.writtenAt = writtenAt
    }

    /// Of 128 bits, in characters that every header field takes.
    private static func key(messageID: String, number: Int) -> String {
        let digest = SHA256.hash(data: Array("\(messageID) \(number)".utf8))
        return "msg_" + digest.prefix(16).hexadecimal
    }
}
