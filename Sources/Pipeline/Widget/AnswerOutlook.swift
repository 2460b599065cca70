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

    /// Whose time the times are, where that has to be said.
    package enum TimeNote: Hashable, Sendable {
        /// Visitor and inbox have the same time.
        case needless
        /// The visitor's, which is another than the inbox's.
        case visitors
        /// The inbox's: the visitor's is not known.
        case ours
    }

    package var presence: Presence
    /// The day by which a message that comes now is usually answered; nil where there is too little experience.
    package var likelyDay: CalendarDay?
    /// When the next thing is due that this visitor was promised; nil where nothing is. It says more than experience does.
    package var promisedBy: Date?
    package var now: Date
    /// The zone in which days and times are meant: the visitor's, else the inbox's.
    package var zone: TimeZone
    package var note: TimeNote

    /// - Parameters:
    ///   - likelyDay: in the inbox's zone.
    ///   - promisedBy: from the ledger of promises.
    ///   - visitor: the zone that the visitor's browser names; nil where it does not.
    package init(
        _ hours: BusinessHours,
        likelyDay: CalendarDay?,
        promisedBy: Date? = nil,
        at now: Date,
        seenFrom visitor: TimeZone? = nil
    ) {
        self.promisedBy = promisedBy
        let zone = visitor ?? hours.zone
        self.now = now
        self.zone = zone
        let today = CalendarDay(now, in: hours.zone)
        if hours.isNever || hours.isAlways {
            presence = .always
        } else if let span = hours.working(on: today).first(where: { $0.contains(now) }) {
            presence = .here(until: span.upperBound)
        } else {
            presence = .away(until: hours.opening(from: now))
        }
        note = Self.note(visitor, hours.zone, presence, now)
        self.likelyDay = likelyDay.map { visitor == nil ? $0 : CalendarDay(hours.end(of: $0), in: zone) }
    }

    private static func note(_ visitor: TimeZone?, _ ours: TimeZone, _ presence: Presence, _ now: Date) -> TimeNote {
        guard let visitor else { return .ours }
        let moment =
            switch presence {
            case .always: now
            case .here(let until), .away(let until): until
            }
        let isSame = [now, moment].allSatisfy { visitor.secondsFromGMT(for: $0) == ours.secondsFromGMT(for: $0) }
        return isSame ? .needless : .visitors
    }
}

extension BusinessHours {
    /// The last working moment of a day; noon where nobody works on it.
    fileprivate func end(of day: CalendarDay) -> Date {
        working(on: day).last?.upperBound ?? day.instant(minute: 720, in: zone)
    }

    fileprivate var isAlways: Bool {
        holidays.isEmpty && (1...7).allSatisfy { week[$0] == [Span(start: 0, end: 1_440)] }
    }
}
