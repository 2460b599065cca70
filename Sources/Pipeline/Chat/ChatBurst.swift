import Chat
import Foundation
import Model

/// A chat message with those around it that are one thought with it.
struct ChatBurst: Sendable {
    let message: ChatMessage
    /// All of them in the order of their times, the message itself included; of one that was edited only what it became.
    let texts: [String]

    /// Messages of another place are left out: what is said in one chat is not answered in another.
    ///
    /// nil where the bytes are no chat message.
    init?(_ message: UnreadMessage, beside others: [UnreadMessage]) {
        guard let own = try? ChatMessage(bytes: message.raw) else { return nil }
        self.message = own
        let all = others.compactMap { other -> (Date, ChatMessage)? in
            guard let chat = try? ChatMessage(bytes: other.raw), chat.origin.isBeside(own.origin) else { return nil }
            return (other.time, chat)
        }
        let inOrder = (all + [(message.time, own)]).sorted { $0.0 < $1.0 }.map(\.1)
        texts = Self.edited(inOrder).map(\.text).filter { !$0.isEmpty }
    }

    /// The last edit stands where its message was said. A message that comes behind its edit changes nothing.
    private static func edited(_ messages: [ChatMessage]) -> [ChatMessage] {
        var numbers: [String] = []
        var newest: [String: ChatMessage] = [:]
        for message in messages {
            let number = message.replaced ?? message.id
            if newest[number] == nil { numbers.append(number) }
            if newest[number] == nil || message.replaced != nil { newest[number] = message }
        }
        return numbers.compactMap { newest[$0] }
    }

    var text: String {
        texts.joined(separator: "\n")
    }
}

extension UnreadMessage {
    fileprivate var time: Date {
        sourceDate ?? takenAt
    }
}
