import Model

/// Changes to a draft: what is left out stays as it is.
struct APIEdit: Codable, Hashable, Sendable {
    var version: Int
    var subject: String?
    var text: String?
    var to: [APIAddress]?
    var cc: [APIAddress]?
    /// Values by slot name; an empty one opens the slot again.
    var slots: [String: String]?
    var promise: APIPromises?
    /// The ids of the limits that the text still names; taking out another is not possible.
    var limits: [String]?

    func body(of draft: DraftBody) throws -> DraftBody {
        var body = draft
        body.subject = subject ?? body.subject
        body.text = text ?? body.text
        body.recipients.to = to?.map(\.model) ?? body.recipients.to
        body.recipients.cc = cc?.map(\.model) ?? body.recipients.cc
        for index in body.slots.indices {
            guard let value = slots?[body.slots[index].name] else { continue }
            body.slots[index].value = value.isEmpty ? nil : value
        }
        if let promise { body.promise = try promise.model(of: draft) }
        if let limits { body.limits.removeAll { !limits.contains($0) } }
        return body
    }

    /// The first slot name that the draft does not have.
    func unknownSlot(in draft: DraftBody) -> String? {
        let known = Set(draft.slots.map(\.name))
        return slots?.keys.sorted().first { !known.contains($0) }
    }
}

/// A release: everything that it binds to has to be named.
struct APIApproval: Codable, Hashable, Sendable {
    var version: Int
    var recipients: APIRecipients
    var threadHead: String
}

struct APIRejection: Codable, Hashable, Sendable {
    var version: Int
    var reason: String
    /// True where no reply is needed. Default false.
    var closing: Bool?
}

/// A reply begun by hand. In a chat it goes to whoever wrote there, and has no subject.
struct APIReply: Codable, Hashable, Sendable {
    var subject: String?
    var text: String
    var to: [APIAddress]?
    var cc: [APIAddress]?

    /// Throws where something is missing that a mail needs.
    func body(answering message: Message) throws -> DraftBody {
        let language = message.reading?.language ?? "en"
        if let recipients = message.chatRecipients {
            let subject = message.content?.subject ?? ""
            return DraftBody(subject: subject, text: text, recipients: recipients, language: language)
        }
        guard let subject else { throw Problem.unusable("`subject` is missing.") }
        guard let to else { throw Problem.unusable("`to` is missing.") }
        let recipients = Recipients(to: to.map(\.model), cc: (cc ?? []).map(\.model))
        return DraftBody(subject: subject, text: text, recipients: recipients, language: language)
    }
}

/// What a message is about, what matters most first.
struct APICorrection: Codable, Hashable, Sendable {
    var intents: [String]
}

struct APIIntent: Codable, Hashable, Sendable {
    var id: String
    var title: String
}

struct APICorrected: Codable, Hashable, Sendable {
    var intents: [String]
    /// False where a person had worked on the draft, or none was to be made.
    var redrafted: Bool
    var draft: APIDraft?
}

struct APIClosing: Codable, Hashable, Sendable {
    var reason: String
}

struct APIResolution: Codable, Hashable, Sendable {
    var delivered: Bool
}

/// A question to somebody with more authority.
struct APIQuestion: Codable, Hashable, Sendable {
    var version: Int
    var question: String
}

struct APIFormality: Codable, Hashable, Sendable {
    var formality: String
}

struct APIAddressed: Codable, Hashable, Sendable {
    var formality: String
    /// False where a person had worked on the draft, or none was to be made.
    var redrafted: Bool
    var draft: APIDraft?
}
