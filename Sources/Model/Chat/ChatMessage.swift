package import Foundation

/// One message of a chat, in one form for all providers. Its JSON is the raw bytes of a stored message; what the provider
/// sent is kept beside it as the `Delivery` that it came in.
package struct ChatMessage: Hashable, Sendable, Codable {
    /// The provider's number of it, unique within the channel, such as Slack's `C024BE91L/1482960137.003543`. An edited
    /// message is a new one, with a number of its own.
    package var id: String
    package var place: ChatPlace
    package var person: ChatPerson
    /// By the provider's clock; nil where it does not say.
    package var sentAt: Date?
    package var text: String
    package var attachments: [ChatAttachment]
    /// The number of the message that it answers or quotes.
    package var answers: String?
    /// What of it is no text, in plain words for the person who reads it: "a sticker", "a place on the map".
    package var remarks: [String]

    package init(
        id: String,
        place: ChatPlace,
        person: ChatPerson,
        sentAt: Date? = nil,
        text: String,
        attachments: [ChatAttachment] = [],
        answers: String? = nil,
        remarks: [String] = []
    ) {
        self.id = id
        self.place = place
        self.person = person
        self.sentAt = sentAt
        self.text = text
        self.attachments = attachments
        self.answers = answers
        self.remarks = remarks
    }
}

/// Where a chat message stands, and so where its answer goes.
package struct ChatPlace: Hashable, Sendable, Codable {
    /// The chat, channel or number in the provider's own terms.
    package var chat: String
    /// The thread in it, such as Slack's `thread_ts`, which may be one that only the answer begins; nil where there is none.
    package var thread: String?

    package init(chat: String, thread: String? = nil) {
        self.chat = chat
        self.thread = thread
    }
}

/// What is kept of a chat message beside its text, so that it can be answered.
package struct ChatOrigin: Hashable, Sendable, Codable {
    /// `ChatMessage.id`.
    package var id: String
    package var place: ChatPlace
    /// `ChatPerson.verifiedAddress`.
    package var verifiedAddress: String?

    package init(id: String, place: ChatPlace, verifiedAddress: String? = nil) {
        self.id = id
        self.place = place
        self.verifiedAddress = verifiedAddress
    }
}

extension ChatOrigin {
    /// Whether its answer begins a thread, which has the number of the message that it begins with, as with Slack.
    package var beginsThread: Bool {
        place.thread.map { id == "\(place.chat)/\($0)" } ?? false
    }

    /// Where it is to be read: one that begins a thread stands in the chat itself.
    package var standing: ChatPlace {
        beginsThread ? ChatPlace(chat: place.chat) : place
    }

    /// Whether the two can be one thought: in one thread, or beside each other.
    package func isBeside(_ other: ChatOrigin) -> Bool {
        place == other.place || standing == other.standing
    }
}

extension ChatMessage {
    package var origin: ChatOrigin {
        ChatOrigin(id: id, place: place, verifiedAddress: person.verifiedAddress)
    }
}

/// Who wrote a chat message.
package struct ChatPerson: Hashable, Sendable, Codable {
    /// The provider's number of them, unique within the channel.
    package var id: String
    /// As they call themselves; proves nothing.
    package var name: String?
    /// Whether the provider says that a program wrote it.
    package var isProgram: Bool
    /// A mail address that the sender of the delivery vouches for. What somebody typed into a form is not verified.
    package var verifiedAddress: String?

    package init(id: String, name: String? = nil, isProgram: Bool = false, verifiedAddress: String? = nil) {
        self.id = id
        self.name = name
        self.isProgram = isProgram
        self.verifiedAddress = verifiedAddress
    }
}

/// A file that came with a chat message. Only what the provider says of it; nothing is fetched.
package struct ChatAttachment: Hashable, Sendable, Codable {
    package var name: String
    /// `type/subtype`, lower case; `application/octet-stream` where the provider does not say.
    package var type: String
    /// Octets; nil where the provider does not say.
    package var size: Int?
    /// Where it can be fetched from; nil where it has to be asked for by `reference`.
    package var url: String?
    /// The provider's number of the file, such as Telegram's `file_id`.
    package var reference: String?

    package init(name: String, type: String, size: Int? = nil, url: String? = nil, reference: String? = nil) {
        self.name = name
        self.type = type
        self.size = size
        self.url = url
        self.reference = reference
    }
}
