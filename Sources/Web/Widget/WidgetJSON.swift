import Foundation
import Pipeline

/// What the widget's page and the server say to each other.
enum WidgetJSON {
    /// The answer to a new session.
    struct Begun: Codable, Hashable, Sendable {
        var session: String
    }

    /// A message of the visitor. All of it stays the same when it is sent again.
    struct Message: Codable, Hashable, Sendable {
        var id: String
        var text: String
        /// As they call themselves; left out where they do not say.
        var name: String?
    }

    /// When a person answers, in words.
    struct Outlook: Codable, Hashable, Sendable {
        var outlook: String
    }

    /// The answer to it.
    struct Taken: Codable, Hashable, Sendable {
        var id: String
        var outlook: String
    }

    /// Where answers go as well; empty to forget it.
    struct Address: Codable, Hashable, Sendable {
        var address: String
    }

    /// All that the visitor may see, with a mark to wait for the next change by.
    struct Conversation: Codable, Hashable, Sendable {
        var mark: String
        var entries: [Entry]
        var address: String?
        /// As they called themselves last.
        var name: String?
        var outlook: String
    }

    struct Entry: Codable, Hashable, Sendable {
        var id: String
        var isOwn: Bool
        var text: String
        var at: Date
    }
}

extension WidgetJSON.Conversation {
    init(_ conversation: WidgetConversation, outlook: String) {
        mark = conversation.mark
        entries = conversation.entries.map {
            WidgetJSON.Entry(id: $0.id, isOwn: $0.isOwn, text: $0.text, at: $0.at)
        }
        address = conversation.address
        name = conversation.name
        self.outlook = outlook
    }
}
