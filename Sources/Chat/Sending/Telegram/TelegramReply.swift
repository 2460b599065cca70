// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are Telegram's own.

/// The parameters of `sendMessage`. No parse mode: the text is sent as it is.
struct TelegramReply: Encodable {
    var chat_id: Chat
    var text: String
    var message_thread_id: Int64?
    var reply_parameters: Quote?

    /// A chat's number, or the `@name` of a channel.
    enum Chat: Encodable {
        case number(Int64)
        case name(String)

        init(_ text: String) {
            self = Int64(text).map(Chat.number) ?? .name(text)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .name(let name): try container.encode(name)
            }
        }
    }

    /// The message that is answered. Where it was deleted meanwhile the reply goes out all the same.
    struct Quote: Encodable {
        var message_id: Int64
        var allow_sending_without_reply = true

        /// - Parameter answers: `MESSAGE`, or `CHAT/MESSAGE`, since numbers of messages are unique within a chat only, or
        ///   `CHAT/MESSAGE/UPDATE` for one that was edited.
        init?(_ answers: String) {
            let pieces = answers.split(separator: "/", omittingEmptySubsequences: false)
            guard let number = Int64(pieces[pieces.count == 1 ? 0 : 1]) else { return nil }
            message_id = number
        }
    }
}

/// What we read of Telegram's answers.
struct TelegramAnswer: Decodable {
    var ok: Bool
    var error_code: Int?
    var description: String?
    var parameters: Parameters?
    var result: Result?

    struct Parameters: Decodable {
        /// Seconds.
        var retry_after: Int?
        var migrate_to_chat_id: Int64?
    }

    struct Result: Decodable {
        var message_id: Int64?
        var username: String?
    }
}
