import Foundation
import Model

/// The alert about a promise that nobody can be told about at once.
enum PromiseAlert {
    static func alert(_ promise: Promise, _ why: String, zone: TimeZone, at: Date) -> Alert {
        let due = DueText.text(promise.dueAt, in: zone)
        let verb = promise.state == .broken ? "broke" : "is about to break"
        return Alert(
            kind: .promiseAtRisk,
            subject: subject(promise),
            text: "“\(promise.what)”, due \(due), \(verb). Owner: \(promise.owner). \(why)",
            since: at
        )
    }

    static func subject(_ promise: Promise) -> String {
        "conversation \(promise.conversation), promise \(promise.id)"
    }

    /// The promise that an alert is about; nil for the subject of another kind.
    static func promise(in subject: String) -> (Conversation.ID, Promise.ID)? {
        let words = subject.split(separator: " ")
        guard words.count == 4, words[0] == "conversation", words[2] == "promise",
            let conversation = Conversation.ID(String(words[1].dropLast())), let promise = Promise.ID(String(words[3]))
        else { return nil }
        return (conversation, promise)
    }
}
