import Foundation
import Model
import Pipeline

/// How long a chat can still be answered, for a line of the queue and for the page of the conversation.
struct WindowView: Sendable {
    /// `22 h left`, `too late to reply`.
    var short: String
    /// `In time:` and the like; nil where nobody waits for an answer.
    var label: String?
    var sentence: String
    /// ISO 8601, for machines.
    var machine: String
    var isClosing: Bool
    var isClosed: Bool
    /// Where else the customer can be reached, once it is closed.
    var elsewhere: Elsewhere?

    struct Elsewhere: Sendable {
        /// Their mail addresses; nil where none is known.
        var addresses: String?
        /// Their newest conversation in which replies can be sent at any time. Not `conversation`, which the page has: a
        /// template takes from there what a view leaves out.
        var other: CustomerView.Other?
    }

    init(_ window: ReplyWindowStanding) {
        let left = Self.left(window.left)
        isClosed = window.closed != nil
        isClosing = window.isClosing
        short = isClosed ? "too late to reply" : left
        machine = window.closesAt.formatted(.iso8601)
        label = isClosed ? "Too late for this chat:" : isClosing ? "Answer soon:" : "In time:"
        sentence = window.closed ?? "it can be answered until \(window.closesText)."
    }

    /// For the page of a conversation.
    ///
    /// - Parameter isWaiting: whether the customer waits for an answer.
    init(_ window: ReplyWindowStanding, isWaiting: Bool, customer: CustomerView?) {
        self.init(window)
        guard isWaiting else {
            label = nil
            sentence =
                isClosed
                ? "No reply can be sent here since \(window.closesText), until the customer writes again."
                : "A reply can be sent here until \(window.closesText)."
            (isClosing, isClosed) = (false, false)
            return
        }
        if isClosed { elsewhere = customer.flatMap(Elsewhere.init) }
    }

    /// `less than a minute left`, `38 min left`, `1 h 25 min left`, `22 h left`.
    static func left(_ seconds: TimeInterval) -> String {
        let minutes = Int(seconds / 60)
        return switch minutes {
        case ..<1: "less than a minute left"
        case ..<60: "\(minutes) min left"
        case ..<120: "1 h \(minutes - 60) min left"
        default: "\(minutes / 60) h left"
        }
    }
}

extension WindowView.Elsewhere {
    /// nil where nothing else is known of the customer.
    init?(_ customer: CustomerView) {
        let mail = customer.identities.map(\.address).filter { ChatAddress(MailAddress(address: $0)) == nil }
        addresses = mail.isEmpty ? nil : mail.joined(separator: ", ")
        other = customer.conversations.first { !$0.hasWindow }
        if addresses == nil, other == nil { return nil }
    }
}
