package import Foundation
package import Model

/// When a visitor may expect a person: by the hours of the inbox, and by how long answers really took.
package struct AnswerOutlook: Hashable, Sendable {
    package enum Presence: Hashable, Sendable {
        /// Around the clock, or without stated hours.
        case always
        /// Somebody is there until then.
        case here(until: Date)
        /// Nobody is there before then.
        case away(until: Date)
    }

    package var presence: Presence
    /// The day by which a message that comes now is usually answered; nil where there is too little experience.
    package var likelyDay: CalendarDay?
    package var now: Date
    /// The zone in which days and times are meant.
    package var zone: TimeZone

    package init(_ hours: BusinessHours, likelyDay: CalendarDay?, at now: Date) {
        self.likelyDay = likelyDay
        self.now = now
        zone = hours.zone
        let today = CalendarDay(now, in: hours.zone)
        if hours.isNever || hours.isAlways {
            presence = .always
        } else if let span = hours.working(on: today).first(where: { $0.contains(now) }) {
            presence = .here(until: span.upperBound)
        } else {
            presence = .away(until: hours.opening(from: now))
        }
    }
}

extension BusinessHours {
    fileprivate var isAlways: Bool {
        holidays.isEmpty && (1...7).allSatisfy { week[$0] == [Span(start: 0, end: 1_440)] }
    }
}
