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
    /// Mails of that person that have not begun to leave.
    static func undo(_ waiting: [OutgoingMail], by user: User, now: Date) -> [Undo] {
        waiting.filter { $0.kind == .reply && $0.approvedBy == user.name && $0.attempts == 0 && $0.notBefore > now }
            .sorted { $0.notBefore < $1.notBefore }
            .map { mail in
                let seconds = Int(mail.notBefore.timeIntervalSince(now).rounded(.up))
                return Undo(mail: mail.id, to: mail.mail.forwardPaths.joined(separator: ", "), seconds: seconds)
            }
    }

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
