import Chat
import Foundation
import Model

/// A chat message with those around it that are one thought with it.
struct ChatBurst: Sendable {
    let message: ChatMessage
    /// All of them in the order of their times, the message itself included.
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
        texts = (all + [(message.time, own)]).sorted { $0.0 < $1.0 }.map(\.1.text).filter { !$0.isEmpty }
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
