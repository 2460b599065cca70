package import Foundation

/// Any JSON whose members are named in the configuration.
package struct FieldMap: Hashable, Sendable {
    /// Where the list of messages stands, as member names; empty where the document is one message or is itself the list.
    package var messages: [String]
    package var id: [String]
    package var text: [String]
    package var person: [String]
    package var name: [String]?
    /// Where the answer goes; the person where there is none.
    package var chat: [String]?
    package var thread: [String]?
    /// RFC 3339, or seconds or milliseconds since 1970.
    package var sentAt: [String]?
    /// A mail address that the sender vouches for.
    package var verifiedAddress: [String]?
    /// A list of addresses of files.
    package var attachments: [String]?

    package init(
        messages: [String] = [],
        id: [String] = ["id"],
        text: [String] = ["text"],
        person: [String] = ["person"],
        name: [String]? = ["name"],
        chat: [String]? = nil,
        thread: [String]? = nil,
        sentAt: [String]? = nil,
        verifiedAddress: [String]? = nil,
        attachments: [String]? = nil
    ) {
        self.messages = messages
        self.id = id
        self.text = text
        self.person = person
        self.name = name
        self.chat = chat
        self.thread = thread
        self.sentAt = sentAt
        self.verifiedAddress = verifiedAddress
        self.attachments = attachments
    }
}

/// A channel by the conventions of Standard Webhooks, in both directions.
package struct GenericChannel: Hashable, Sendable {
    package var fields: FieldMap
    /// Where replies are posted; nil where the channel only receives.
    package var replyURL: String?
    /// What replies are signed with (`whsec_…` or `whsk_…`).
    package var replyKey: SecretReference?
    /// Letters that a reply's text may have. Default 4,000.
    package var longest: Int

    package init(
        fields: FieldMap = FieldMap(),
        replyURL: String? = nil,
        replyKey: SecretReference? = nil,
        longest: Int = 4_000
    ) {
        self.fields = fields
        self.replyURL = replyURL
        self.replyKey = replyKey
        self.longest = longest
    }
}

/// A JSON feed that is asked for page by page.
package struct FeedChannel: Hashable, Sendable {
    package var url: String
    package var fields: FieldMap
    /// The header field that carries the token. Default `Authorization`.
    package var tokenField: String
    /// What stands before the token in it. Default `Bearer `.
    package var tokenPrefix: String
    /// The parameter of the query that says where to go on, and the member that gives it; nil where the whole document is
    /// read each time.
    package var cursor: Cursor?
    /// The parameter of the query for the size of a page, and that size; nil where the server decides.
    package var pageSize: PageSize?
    /// Seconds between looks. Default 30.
    package var interval: TimeInterval

    /// Where to go on, by the feed's own account.
    package struct Cursor: Hashable, Sendable {
        package var parameter: String
        package var member: [String]

        package init(parameter: String, member: [String]) {
            self.parameter = parameter
            self.member = member
        }
    }

    /// How many messages are asked for at once.
    package struct PageSize: Hashable, Sendable {
        package var parameter: String
        package var size: Int

        package init(parameter: String, size: Int) {
            self.parameter = parameter
            self.size = size
        }
    }

    package init(
        url: String,
        fields: FieldMap = FieldMap(),
        tokenField: String = "Authorization",
        tokenPrefix: String = "Bearer ",
        cursor: Cursor? = nil,
        pageSize: PageSize? = nil,
        interval: TimeInterval = 30
    ) {
        self.url = url
        self.fields = fields
        self.tokenField = tokenField
        self.tokenPrefix = tokenPrefix
        self.cursor = cursor
        self.pageSize = pageSize
        self.interval = interval
    }
}

/// The chat page that a site embeds.
package struct WidgetChannel: Hashable, Sendable {
    /// The origins of the sites that may embed it, such as `https://shop.example`.
    package var origins: [String]
    /// What stands at its head.
    package var title: String

    package init(origins: [String], title: String) {
        self.origins = origins
        self.title = title
    }
}
