// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are Meta's own.

/// What we read of the Graph API's answers to WhatsApp and Messenger.
struct MetaAnswer: Decodable {
    var error: MetaError?
    /// Messenger's number of the message.
    var message_id: String?
    /// WhatsApp's.
    var messages: [Message]?
    var id: String?
    var name: String?
    var verified_name: String?
    var display_phone_number: String?

    struct Message: Decodable {
        var id: String
    }
}

struct MetaError: Decodable {
    var code: Int
    var error_subcode: Int?
    var message: String?
    var error_data: Details?

    struct Details: Decodable {
        var details: String?
    }

    /// The number and Meta's words for it.
    var words: String {
        let number = error_subcode.map { "\(code)/\($0)" } ?? "\(code)"
        let text = error_data?.details ?? message
        return (text.map { "\(number): \($0)" } ?? number).asRemark
    }
}
