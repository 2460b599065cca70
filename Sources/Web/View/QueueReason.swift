import Foundation
import Model

/// Why an entry waits, in words, and whether it wants more than a look.
struct QueueReason: Hashable, Sendable {
    var text: String
    /// False where nothing is wrong: the draft only waits for its release.
    var isPressing: Bool

    /// - Parameter isSenior: whether questions to a senior are for whoever looks.
    init(_ entry: QueueEntry, isSenior: Bool = false, now: Date) {
        let first = Self.first(of: entry, isSenior: isSenior)
        let days = Int(now.timeIntervalSince(entry.since) / 86_400)
        guard days >= 1 else {
            self = first
            return
        }
        let wait = days == 1 ? "waits since yesterday" : "waits for \(days) days"
        self.init("\(first.text); \(wait)", isPressing: true)
    }

    private init(_ text: String, isPressing: Bool) {
        self.text = text
        self.isPressing = isPressing
    }

    private static func first(of entry: QueueEntry, isSenior: Bool) -> QueueReason {
        guard let draft = entry.draft else { return undrafted(entry.message) }
        if let name = draft.askedBy { return QueueReason("Asked by \(name): a senior decides", isPressing: isSenior) }
        if let note = draft.note, !note.isEmpty { return QueueReason("Came back: \(note)", isPressing: true) }
        if draft.version > 1 {
            let missing = toFill(draft)
            return QueueReason(
                "Edited by \(draft.author)\(missing.isEmpty ? ", ready to approve" : missing)",
                isPressing: false
            )
        }
        if let why = draft.body.occasion.words(of: draft.body) {
            return QueueReason(why + toFill(draft), isPressing: draft.body.occasion.isPressing)
        }
        var reason = drafted(entry.message.reading)
        if !draft.body.recovery.isEmpty { reason.text += "; a recovery" }
        reason.text += toFill(draft)
        return reason
    }

    /// What only a person knows: the one question itself, or how many there are.
    private static func toFill(_ draft: Draft) -> String {
        let open = draft.body.slots.filter { $0.isRequired && ($0.value ?? "").isEmpty }.map(\.label)
        return switch open.count {
        case 0: ""
        case 1 where open[0].count <= 40: "; needs from you: \(open[0])"
        case 1: "; needs one answer from you"
        default: "; needs \(open.count) answers from you"
        }
    }

    private static func drafted(_ reading: Reading?) -> QueueReason {
        guard let reading, let best = reading.intents.first else {
            return QueueReason("Nothing recognised; the draft asks back", isPressing: false)
        }
        if reading.abstained {
            return QueueReason("Not sure: perhaps \(best.intent); the draft asks back", isPressing: false)
        }
        let words = best.evidence.sorted { $0.weight > $1.weight }.prefix(2).map { "“\($0.keyword)”" }
        let because = words.isEmpty ? "" : ", from \(words.joined(separator: " and "))"
        return QueueReason("Looks like \(best.intent)\(because)", isPressing: false)
    }

    private static func undrafted(_ message: Message) -> QueueReason {
        guard let reading = message.reading else { return QueueReason("Not read yet", isPressing: false) }
        if let bounce = reading.bounce {
            let whom = bounce.recipient.map { " to \($0)" } ?? ""
            return QueueReason("A mail of ours\(whom) was not delivered", isPressing: bounce.isPermanent)
        }
        switch reading.automatic.verdict {
        case .human: return QueueReason("No draft yet: write the first words", isPressing: true)
        case .autoReply: return QueueReason("An automatic reply, probably nothing to do", isPressing: false)
        case .bounce, .deliveryReport: return QueueReason("A report on a delivery", isPressing: false)
        case .report: return QueueReason("A report written by a program", isPressing: false)
        case .list: return QueueReason("From a mailing list", isPressing: false)
        }
    }
}

extension QueueEntry {
    /// Since when it waits: the customer's message, or the draft that was queued without one.
    var since: Date {
        guard let draft, draft.body.occasion != .message else { return message.takenAt }
        return draft.createdAt
    }
}
