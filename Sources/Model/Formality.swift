/// How a customer is addressed: Sie or du, vous or tu, usted or tú. English makes no difference.
package enum Formality: String, Hashable, Sendable, Codable, CaseIterable {
    case formal
    case informal
}

/// Whether a reply is written at length or in the short form of chat.
package enum ReplyForm: String, Hashable, Sendable, Codable, CaseIterable {
    case mail
    case chat
}
