import Foundation
import Model

/// What surrounds every page: who is signed in, where one can go, what an operator has to know of, what can be undone.
struct Frame: Sendable {
    struct Link: Sendable {
        var label: String
        var path: String
        var isCurrent: Bool
        /// nil where a number would not help.
        var number: Int?
    }

    /// A reply that can still be taken back.
    struct Undo: Sendable {
        var mail: OutgoingMail.ID
        var to: String
        var seconds: Int
    }

    /// A reply of the person's that was stopped, since the customer wrote again before it left.
    struct Stopped: Sendable {
        var conversation: Conversation.ID
        var to: String
    }

    struct Warning: Sendable {
        var text: String
        var since: Moment
    }

    enum Place: String, Sendable, CaseIterable {
        case queue = "Queue"
        case promises = "Promises"
        case sent = "Sent"
        case unsettled = "Unsettled"
        case parked = "Parked"

        var path: String { "/" + rawValue.lowercased() }
    }

    var title: String
    /// The display name; nil before sign-in.
    var person: String?
    var formToken: String
    var links: [Link]
    var alerts: [Warning]
    var undo: [Undo]
    var stopped: [Stopped] = []
    /// One sentence about what was just done.
    var notice: String?
    let style = Asset.style.path
    let script = Asset.script.path
    let icon = Asset.icon.path

    /// The frame of a page without a session.
    static func outside(title: String) -> Frame {
        Frame(title: title, person: nil, formToken: "", links: [], alerts: [], undo: [], notice: nil)
    }
}

extension Frame {
    /// Replies of that person that have not begun to leave, the next to leave first.
    static func leaving(_ waiting: [OutgoingMail], by user: User, now: Date) -> [OutgoingMail] {
        waiting.filter { $0.kind == .reply && $0.approvedBy == user.name && $0.attempts == 0 && $0.notBefore > now }
            .sorted { $0.notBefore < $1.notBefore }
    }

    /// Replies of that person that were stopped within their working day.
    static func stopped(_ cancelled: [OutgoingMail], by user: User, now: Date) -> [OutgoingMail] {
        let earliest = now.addingTimeInterval(-workingDay)
        return cancelled.filter { $0.wasStopped && $0.approvedBy == user.name && $0.createdAt > earliest }
    }

    private static let workingDay: TimeInterval = 12 * 3_600

    static func links(_ current: Place?, counts: [Place: Int]) -> [Link] {
        Place.allCases.map { place in
            let count = counts[place] ?? 0
            let isShown = place == .queue || count > 0
            return Link(
                label: place.rawValue,
                path: place.path,
                isCurrent: place == current,
                number: isShown && place != .sent ? count : nil
            )
        }
    }
}

extension Frame.Undo {
    init(_ mail: OutgoingMail, to: String, now: Date) {
        self.mail = mail.id
        self.to = to
        seconds = Int(mail.notBefore.timeIntervalSince(now).rounded(.up))
    }
}
